using System.Net;
using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

[Collection(nameof(PlayerSystem))]
public sealed class PlayerEnduranceTests(PlayerSystem system)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_that_expired_is_asked_for_anew_and_played_from_where_the_listener_wants()
    {
        await using var page = await system.OpenAsync();
        var links = LinksOf(page);
        await page.PlayAsync([system.Long], "Long");
        await page.ClickAsync("Pause");
        await ExpiredAsync(links[0]);

        await page.DoAsync("seek(110)");
        await page.ClickAsync("Play");

        await page.PlaysPastAsync(110.5);
        links.Distinct().Count().ShouldBeGreaterThan(1);
        await Expect(page.Note).ToBeEmptyAsync();
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task After_two_paused_hours_it_plays_on_by_a_fresh_address()
    {
        await using var page = await system.OpenAsync();
        var links = LinksOf(page);
        await page.PlayAsync([system.Long], "Long");
        await page.DoAsync("seek(3)");
        await page.ClickAsync("Pause");
        await ExpiredAsync(links[0]);
        await page.Page.EvaluateAsync("const now = Date.now; Date.now = () => now() + 2 * 60 * 60 * 1000;");

        await page.ClickAsync("Play");

        await page.PlaysPastAsync(3.2);
        (await page.PlayedAsync()).ShouldBeLessThan(30);
        links.Distinct().Count().ShouldBeGreaterThan(1);
        page.ShouldBeWithoutComplaint();
    }

    [Fact]
    public async Task What_is_loaded_plays_while_web_is_gone_and_the_rest_when_it_is_back()
    {
        var web = await system.StartWebAsync();
        await using var page = await system.OpenAsync(web.Address);
        await page.PlayAsync([system.Long], "Long");
        await web.DisposeAsync();
        await page.PlaysPastAsync(await page.PlayedAsync() + 1);

        await page.DoAsync("seek(110)");
        await Expect(page.Note).ToContainTextAsync("It plays on when it does.");
        await using var again = await system.StartWebAsync(web.Address);

        await page.PlaysPastAsync(110.5);
        await Expect(page.Note).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_track_that_is_gone_is_told_of_and_passed_only_where_the_queue_goes_on_by_itself()
    {
        var lost = await system.MakeAsync("Lost");
        await system.Client.JobReachesAsync(lost.JobId, "COMPLETE");
        await using var page = await system.OpenAsync();
        await page.PlayAsync([system.Tracks[0], lost, system.Tracks[1]], "One");
        (await system.Client.DeleteAsync($"/api/tracks/{lost.Id}", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await page.ClickAsync("Next track");
        await Expect(page.Note).ToContainTextAsync("This track is no longer here.");
        await page.IsPausedAsync();

        await page.ClickAsync("Previous track");
        await page.PlaysAsync("One");
        await page.DoAsync("seek(19.5)");
        await Expect(page.Note).ToContainTextAsync("This track is no longer here.");
        await page.PlaysAsync("Two");
        page.ShouldBeWithoutComplaint();
    }

    private static List<string> LinksOf(PlayerPage page)
    {
        var links = new List<string>();
        page.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/api/files/", StringComparison.Ordinal)) links.Add(request.Url);
        };
        return links;
    }

    private static async Task ExpiredAsync(string link)
    {
        using var client = new HttpClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var response = await client.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode == HttpStatusCode.Forbidden) return;
            await Task.Delay(Glance, TimeProvider.System, patience.Token);
        }
    }
}
