using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Tests.Web.Browser;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Security;

/// <summary>Markup in everything a stranger may write, shown on every page by a real browser.</summary>
[Collection(nameof(WholeSystem))]
public sealed class ScriptInjectionTests(WholeSystem system)
{
    private const string Markup =
        """<img src=x onerror="window.hurt=1"><script>window.hurt=1</script><svg onload=window.hurt=1></svg>"'</title><a href="javascript:window.hurt=1">x</a>{{7*7}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Markup_in_prompt_title_lyrics_tags_and_reasons_is_shown_and_never_run()
    {
        await system.Stack.StopWorkersAsync();
        var (tracks, jobs) = (new List<long>(), new List<long>());
        foreach (var title in new[] { $"Untitled {Markup}", null })
        {
            using var made = await system.Stack.Client.PostTrackAsync(
                new { prompt = $"Prompted {Markup}", title, tags = new[] { "<b>tag</b>" }, duration_s = 5 });
            var created = await made.ReadAsync();
            tracks.Add(created.GetProperty("track_id").GetInt64());
            jobs.Add(created.GetProperty("job_id").GetInt64());
        }

        // The built-in synthesiser takes no lyrics, and a provider's reason can't be ordered.
        await system.Stack.WithDbAsync(db => db.Tracks.Where(track => tracks.Contains(track.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(track => track.Lyrics, $"La la {Markup}"), Stop));
        foreach (var job in jobs)
            await system.Stack.WithDbAsync(db => db.EndUnownedAsync(job, JobStatus.Failed, JobClaims.TooManyClaims, $"Failed {Markup}", Stop));

        await using var studio = await system.OpenAsync();
        await Expect(studio.Page.Locator("body")).ToContainTextAsync("Untitled <img src=x");
        await Expect(studio.Page.Locator("body")).ToContainTextAsync("Prompted <img src=x");
        await UnhurtAsync(studio);
        await studio.Page.GotoAsync("/queue");
        await Expect(studio.Page.Locator("main")).ToContainTextAsync("<img src=x");
        await UnhurtAsync(studio);
        await studio.Page.GotoAsync($"/?q={Uri.EscapeDataString(Markup)}");
        await studio.AliveAsync();
        await UnhurtAsync(studio);
        await studio.Page.GotoAsync($"/no-such-page/{Uri.EscapeDataString(Markup)}");
        await UnhurtAsync(studio);

        foreach (var track in tracks) (await system.Stack.Client.DeleteAsync($"/api/tracks/{track}", Stop)).EnsureSuccessStatusCode();
        system.Stack.StartWorker();
    }

    private static async Task UnhurtAsync(StudioPage studio)
    {
        (await studio.Page.EvaluateAsync<bool>("window.hurt === undefined")).ShouldBeTrue();
        (await studio.Page.Locator("img[src='x'], svg[onload], a[href^='javascript:'], b").CountAsync()).ShouldBe(0);
    }
}
