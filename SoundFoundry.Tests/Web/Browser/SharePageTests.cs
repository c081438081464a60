using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>What everybody sees of a track whose owner made a link of it.</summary>
public sealed class SharePageTests(AccountsSystem system, Chromium chromium) : IClassFixture<AccountsSystem>, IAsyncLifetime
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        system.Accounts.Stack.StartWorker();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await system.Accounts.Stack.StopWorkersAsync();

    [Fact]
    public async Task A_link_made_on_the_page_of_a_track_plays_for_who_is_not_signed_in_until_it_is_ended()
    {
        var trackId = await MadeAsync("For all ears");
        var owner = await system.OpenAsOwnerAsync($"/tracks/{trackId}");
        await owner.PressAsync("Share");
        await owner.PressAsync("Make a link");
        var link = await owner.GetByLabel("Link", new() { Exact = true }).InputValueAsync();

        var guest = await system.OpenAsync(new Uri(link).PathAndQuery);
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Untitled track");
        await Expect(guest.Locator("body")).Not.ToContainTextAsync("For all ears");
        await guest.PressAsync("Play");
        await Expect(guest.GetByRole(AriaRole.Slider)).ToHaveAttributeAsync("aria-valuenow", new Regex("[1-9]"));
        (await guest.Context.CookiesAsync()).ShouldBeEmpty();

        await owner.PressAsync("End this link");
        await owner.PressAsync("Yes, end this link");
        await Expect(owner.GetByRole(AriaRole.Button, new() { Name = "Make a link" })).ToBeVisibleAsync();
        var gone = await guest.ReloadAsync();
        gone!.Status.ShouldBe((int)HttpStatusCode.NotFound);
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This track is not shared any more");
    }

    [Fact]
    public async Task A_link_tells_other_sites_what_it_leads_to_by_addresses_that_they_can_open()
    {
        var token = await SharedAsync("A tune with a picture", showPrompt: true);
        using var browser = new HttpClient { BaseAddress = system.Address };

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/s/{token}", Cancelled));

        page.ShouldContain("property=\"og:title\" content=\"A tune with a picture\"");
        page.ShouldContain($"property=\"og:audio\" content=\"{system.Address}api/public/shares/{token}/audio\"");
        page.ShouldContain($"property=\"og:image\" content=\"{system.Address}api/public/shares/{token}/cover?format=png\"");
        using var picture = await browser.GetAsync($"/api/public/shares/{token}/cover?format=png", Cancelled);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        page.ShouldContain("name=\"twitter:card\" content=\"summary_large_image\"");
        page.ShouldContain("name=\"robots\" content=\"noindex\"");
        page.ShouldContain("<audio controls");
        page.ShouldNotContain("blazor");
    }

    [Fact]
    public async Task The_player_for_other_sites_plays_in_their_frames_and_no_other_page_does()
    {
        var token = await SharedAsync("Heard elsewhere", showPrompt: true);
        await using var foreign = await ForeignSite.StartAsync();
        await using var context = await (await chromium.BrowserAsync()).NewContextAsync();
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(StudioPage.Patience);

        await page.GotoAsync(foreign.PageWith(new Uri(system.Address, $"embed/{token}")));
        var player = page.FrameLocator("iframe");
        await Expect(player.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Heard elsewhere");
        await player.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Expect(player.GetByRole(AriaRole.Slider)).ToHaveAttributeAsync("aria-valuenow", new Regex("[1-9]"));
        (await context.CookiesAsync()).ShouldBeEmpty();

        foreach (var path in new[] { $"s/{token}", "sign-in", "" })
        {
            await page.GotoAsync(foreign.PageWith(new Uri(system.Address, path)));
            await Expect(page.FrameLocator("iframe").GetByText("SoundFoundry")).ToHaveCountAsync(0);
            page.Frames[1].Url.ShouldStartWith("chrome-error:");
        }
    }

    [Theory]
    [InlineData("/s/no-such-link")]
    [InlineData("/embed/no-such-link")]
    public async Task What_is_not_shared_is_a_page_that_says_so_without_a_cookie(string path)
    {
        using var browser = new HttpClient { BaseAddress = system.Address };

        using var response = await browser.GetAsync(path, Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await response.Content.ReadAsStringAsync(Cancelled)).ShouldContain("This track is not shared any more");
    }

    private async Task<string> SharedAsync(string prompt, bool showPrompt)
    {
        var trackId = await MadeAsync(prompt);
        using var made = await system.Accounts.Owner.PostJsonAsync($"/api/tracks/{trackId}/share", new { show_prompt = showPrompt });
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        // The owner waits for the picture; whoever has the link gets a drawing until it is made.
        (await system.Accounts.Owner.GetAsync($"/api/tracks/{trackId}/cover?format=png", Cancelled)).EnsureSuccessStatusCode();
        return (await made.ReadAsync()).GetProperty("token").GetString()!;
    }

    private async Task<long> MadeAsync(string prompt)
    {
        var (trackId, jobId) = await system.Accounts.Owner.CreateTrackAsync(prompt);
        await system.Accounts.Owner.JobReachesAsync(jobId, "COMPLETE");
        return trackId;
    }
}
