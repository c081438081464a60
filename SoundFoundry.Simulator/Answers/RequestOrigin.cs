namespace SoundFoundry.Simulator.Answers;

internal static class RequestOrigin
{
    /// <summary>The scheme and host a request came to: every address in an answer begins with it.</summary>
    public static Uri Origin(this HttpRequest request) => new($"{request.Scheme}://{request.Host}");
}
