using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>What the page of a track tells of the providers that were asked for it.</summary>
public sealed class FallbackPageTests(SharedPostgres postgres, Chromium chromium) : IAsyncLifetime
{
    private readonly SimulatedProviders _providers = new(postgres, "fal");
    private WebServer? _web;

    public async ValueTask InitializeAsync()
    {
        await _providers.InitializeAsync();
        _web = await WebServer.StartAsync(_providers.Stack.Address, CancellationToken.None);
    }

    [Fact]
    public async Task Every_attempt_is_told_and_why_there_was_another()
    {
        await _providers.Control.SetFaultAsync("fal", "locked");
        var (trackId, jobId) = await _providers.Client.CreateTrackAsync("Made elsewhere", seconds: 30);
        await _providers.Client.JobReachesAsync(jobId, "COMPLETE");
        await using var studio = await StudioPage.OpenAsync(await chromium.BrowserAsync(), _web!.Address);

        await studio.Page.GotoAsync($"/tracks/{trackId}");

        var attempts = studio.Page.Locator(".timeline > li");
        await Expect(attempts).ToHaveCountAsync(2);
        await Expect(attempts.First).ToContainTextAsync("fal.ai");
        await Expect(attempts.First).ToContainTextAsync("Failed");
        await Expect(attempts.First).ToContainTextAsync("403");
        await Expect(attempts.Last).ToContainTextAsync("fal.ai did not deliver, so Replicate took over.");
        await Expect(attempts.Last).ToContainTextAsync("Made it");
        await studio.Page.GetByText("Job log").ClickAsync();
        await Expect(studio.Page.Locator(".lines li[data-level=warning]")).ToContainTextAsync($"Job {jobId}: Provider fal failed");
        await Expect(studio.Page.Locator(".lines")).ToContainTextAsync($"Job {jobId}: Fallback successful, using replicate");
        await Expect(studio.Page.Locator(".trace code")).ToHaveTextAsync(new Regex("^[0-9a-f]{32}$"));
        studio.ShouldBeWithoutComplaint();
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        await _providers.DisposeAsync();
    }
}
