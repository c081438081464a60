namespace SoundFoundry.Simulator.Fal;

/// <summary>What a path under <c>/{owner}/{app}</c> means. Requests live under the app, but a path kept before them does no harm,
/// nor does a slash at the end.</summary>
/// <param name="App">Owner and name.</param>
/// <param name="Path">What is between the app and <c>requests</c>.</param>
/// <param name="Action">What stands behind the request's id.</param>
internal sealed record FalAddress(string App, string Path, string? RequestId, string Action)
{
    public string Endpoint => Path.Length == 0 ? App : $"{App}/{Path}";

    public static FalAddress Parse(string owner, string app, string? rest)
    {
        var segments = rest?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var requests = Array.IndexOf(segments, "requests");
        var path = string.Join('/', requests < 0 ? segments : segments[..requests]);
        return requests < 0 || requests + 1 == segments.Length
            ? new FalAddress($"{owner}/{app}", path, null, "")
            : new FalAddress($"{owner}/{app}", path, segments[requests + 1], string.Join('/', segments[(requests + 2)..]));
    }
}
