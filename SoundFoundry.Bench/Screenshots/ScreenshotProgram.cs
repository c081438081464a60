using Microsoft.Playwright;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Screenshots;

/// <summary>Makes the pictures of the documents anew: a running system, ten tracks, a browser.</summary>
internal sealed class ScreenshotProgram : IBenchProgram
{
    private static readonly (string Title, string Prompt, string[] Tags, int Seconds)[] Tracks =
    [
        ("Dawn over the lake", "Warm ambient pad, slow, like dawn over a lake", ["ambient", "pad"], 60),
        ("Night drive", "Driving techno at night, 128 bpm", ["techno"], 45),
        ("Rain waltz", "A sad piano waltz in the rain", ["piano", "waltz"], 50),
        ("Praia", "Sunny bossa nova by the sea", ["bossa nova"], 40),
        ("Coin-op", "8-bit chiptune chase, fast and bright", ["chiptune"], 30),
        ("Low tide", "Lo-fi hip hop with dusty drums", ["lo-fi"], 45),
        ("Cathedral", "Slow choir in a large stone church", ["choir"], 60),
        ("Brass parade", "A marching band on a summer morning", ["brass"], 35),
        ("Neon", "Synthwave with a bright lead, 100 bpm", ["synthwave"], 45),
        ("Copper", "Funky bass and clavinet groove", ["funk"], 40),
    ];

    private static readonly (string Name, string Path, ColorScheme Theme, int Width, int Height)[] Pictures =
    [
        ("create", "/", ColorScheme.Light, 1440, 900),
        ("create-dark", "/", ColorScheme.Dark, 1440, 900),
        ("library", "/library", ColorScheme.Light, 1440, 900),
        ("track", "/tracks/{track}", ColorScheme.Dark, 1440, 900),
        ("phone-library", "/library", ColorScheme.Dark, 390, 844),
        ("phone-track", "/tracks/{track}", ColorScheme.Light, 390, 844),
    ];

    public string Name => "screenshots";

    public string Summary => "[--folder docs/images]: makes the documents' pictures anew";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var folder = new Arguments(arguments, "folder").Text("folder") ?? "docs/images";
        await using var system = await RunningSystem.StartAsync(new SystemPlan { Web = true }, cancellationToken);
        var track = await MakeTracksAsync(system.Apis[0].Address, cancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright, "--autoplay-policy=no-user-gesture-required");
        foreach (var picture in Pictures)
        {
            var path = picture.Path.Replace("{track}", $"{track}", StringComparison.Ordinal);
            await using var context = await browser.NewContextAsync(new()
            {
                BaseURL = system.Web!.Address.ToString(),
                ColorScheme = picture.Theme,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = picture.Width, Height = picture.Height },
            });
            var page = await context.NewPageAsync();
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await PlayAsync(page);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{picture.Name}.png") });
            Console.WriteLine($"{picture.Name}.png");
        }

        return 0;
    }

    /// <summary>A player that has something to show: a few seconds into a track, and stopped there.</summary>
    private static async Task PlayAsync(IPage page)
    {
        await page.Locator("sf-play button").First.ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('sf-player audio').currentTime > 1.5");
        await page.EvaluateAsync("document.querySelector('sf-player audio').pause()");
        await page.WaitForTimeoutAsync(1_000);
    }

    private static async Task<long> MakeTracksAsync(Uri address, CancellationToken cancellationToken)
    {
        using var api = new HttpClient { BaseAddress = address };
        var track = 0L;
        foreach (var (title, prompt, tags, seconds) in Tracks)
            track = await api.MakeTrackAsync(new { title, prompt, tags, duration_s = seconds, seed = 7 }, cancellationToken);

        return track;
    }
}
