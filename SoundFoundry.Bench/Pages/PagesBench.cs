using System.Globalization;
using Microsoft.Playwright;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Pages;

/// <summary>How soon the first page is there for somebody new, and how soon a long library answers.</summary>
internal sealed class PagesBench : IBenchProgram
{
    public string Name => "pages";

    public string Summary =>
        "[--web folder] [--visits 10] [--tracks 10000]: first paint, bytes and shifts of the first page, and the slowest answer of a long library; "
        + "folder: a published SoundFoundry.Web";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "web", "visits", "tracks");
        await using var system = await RunningSystem.StartAsync(
            new SystemPlan { Web = true, WebFolder = options.Text("web"), Settings = new Dictionary<string, string> { ["Limits:Enabled"] = "false" } }, cancellationToken);
        var web = system.Web!.Address;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);

        Console.WriteLine(Machine.Describe());
        await FirstVisit.MakeAsync(browser, web); // the server's own first time
        var visits = new List<FirstVisit>();
        for (var visit = 0; visit < options.Number("visits", 10); visit++) visits.Add(await FirstVisit.MakeAsync(browser, web));
        Tell(visits);

        var tracks = options.Number("tracks", 10_000);
        using var api = new HttpClient { BaseAddress = system.Apis[0].Address };
        var track = await api.MakeTrackAsync(new { prompt = "a slow tune for a long shelf", duration_s = 5 }, cancellationToken);
        await TrackShelf.FillAsync(system.Database, track, tracks - 1, cancellationToken);
        foreach (var (act, ms) in await LibraryVisit.MakeAsync(browser, web))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"library of {tracks} tracks, {act}: {ms:0} ms to the next paint"));
        return 0;
    }

    private static void Tell(IReadOnlyList<FirstVisit> visits)
    {
        Console.WriteLine($"first contentful paint: {new Distribution(visits.Select(visit => visit.PaintMs)).Describe("ms")}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes over the wire: at most {visits.Max(visit => visit.Bytes) / 1000.0:0.0} KB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"layout shift: at most {visits.Max(visit => visit.Shift):0.000}"));
        var errors = visits.SelectMany(visit => visit.Errors).Distinct().ToList();
        Console.WriteLine($"console errors and warnings: {errors.Count}");
        foreach (var error in errors) Console.WriteLine($"  {error}");
    }
}
