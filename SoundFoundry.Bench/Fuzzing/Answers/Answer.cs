namespace SoundFoundry.Bench.Fuzzing.Answers;

/// <param name="Status">Zero if the connection was closed without a word.</param>
/// <param name="Head">The headers, as they came.</param>
/// <param name="Body">Its beginning; nothing of a stream.</param>
internal sealed record Answer(int Status, string Head, string Body)
{
    public string? ContentType => Head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))?["Content-Type:".Length..].Split(';')[0].Trim();
}
