namespace SoundFoundry.Web.Account.Sessions;

/// <summary>One browser that is signed in.</summary>
public sealed record Session(long Id, bool Current, string? Address, string? UserAgent, DateTimeOffset CreatedAt, DateTimeOffset SeenAt)
{
    /// <summary>What a person calls such a browser, if it is one; the whole text tells the rest.</summary>
    public string? Name => (Browser, System) switch
    {
        (var browser, null) => browser,
        (null, var system) => system,
        var (browser, system) => $"{browser}, {system}",
    };

    // In this order: Edge also claims to be Chrome, and Chrome to be Safari.
    private string? Browser => Among("Edg:Edge", "Firefox:Firefox", "Chrome:Chrome", "Safari:Safari");

    private string? System => Among("iPhone:iPhone", "iPad:iPad", "Android:Android", "Windows:Windows", "Mac OS:macOS", "Linux:Linux");

    private string? Among(params string[] known) =>
        known.Select(pair => pair.Split(':')).FirstOrDefault(pair => UserAgent?.Contains(pair[0], StringComparison.Ordinal) == true)?[1];
}
