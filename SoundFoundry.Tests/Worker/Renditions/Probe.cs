using System.Globalization;
using System.Text.Json;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Worker.Renditions;

/// <summary>What ffprobe says of a file.</summary>
internal sealed record Probe(string Codec, double Seconds, int Bits, bool HasPicture, IReadOnlyDictionary<string, string> Tags)
{
    public static async Task<Probe> OfAsync(string path)
    {
        var text = await ServerProcess.RunAsync(
            [Programs.Find("ffprobe"), "-v", "error", "-of", "json=compact=1", "-show_format", "-show_streams", path], null,
            TestContext.Current.CancellationToken);
        var probed = JsonDocument.Parse(text[text.IndexOf('{')..(text.LastIndexOf('}') + 1)]).RootElement;
        var streams = probed.GetProperty("streams").EnumerateArray().ToList();
        var audio = streams.Single(stream => stream.GetProperty("codec_type").GetString() == "audio");
        return new Probe(
            audio.GetProperty("codec_name").GetString()!,
            double.Parse(probed.GetProperty("format").GetProperty("duration").GetString()!, CultureInfo.InvariantCulture),
            audio.TryGetProperty("bits_per_raw_sample", out var bits) ? int.Parse(bits.GetString()!, CultureInfo.InvariantCulture) : 0,
            streams.Any(stream => stream.GetProperty("disposition").GetProperty("attached_pic").GetInt32() == 1),
            new[] { probed.GetProperty("format"), audio }
                .SelectMany(part => part.TryGetProperty("tags", out var tags) ? tags.EnumerateObject().ToList() : [])
                .GroupBy(tag => tag.Name.ToLowerInvariant())
                .ToDictionary(tag => tag.Key, tag => tag.First().Value.GetString()!));
    }
}
