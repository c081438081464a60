using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.FirstSound;

/// <summary>How long a person waits from "Make music" to hearing it: a 30 s track, made and played in the page of a running system.</summary>
/// <remarks>The clock runs from the click to the audio element's time advancing; the button to play is pressed as soon as it is there.</remarks>
internal sealed class FirstSoundBench : IBenchProgram
{
    private const int Rounds = 20;

    public string Name => "first-sound";

    public string Summary => "from the click to the sound, in a running page [address, by default http://localhost:3000]";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(arguments.Count > 0 ? arguments[0] : "http://localhost:3000");

        var seconds = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            seconds.Add(await MeasureAsync(page, $"Calm evening piano, take {round} of {Guid.NewGuid().ToString("N")[..6]}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round,2}: {seconds[^1]:0.00} s"));
        }

        seconds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"p50 {seconds[(Rounds - 1) / 2]:0.00} s, slowest {seconds[^1]:0.00} s, {Rounds} tracks of 30 s; {Machine.Describe()}"));
        return 0;
    }

    private static async Task<double> MeasureAsync(IPage page, string prompt)
    {
        await page.Locator("#create").GetByLabel("Describe the music").FillAsync(prompt);
        var clicked = Stopwatch.GetTimestamp();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make music" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Play {prompt}" }).ClickAsync();
        await page.WaitForFunctionAsync(
            "prompt => { const player = document.querySelector('sf-player'); "
            + "return player.textContent.includes(prompt) && player.querySelector('audio').currentTime > 0; }", prompt);
        return Stopwatch.GetElapsedTime(clicked).TotalSeconds;
    }
}
