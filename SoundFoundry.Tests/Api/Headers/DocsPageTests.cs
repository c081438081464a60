using System.Collections.Concurrent;
using Microsoft.Playwright;
using SoundFoundry.Tests.Web.Browser;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Api.Headers;

[Collection(nameof(WholeSystem))]
public sealed class DocsPageTests(WholeSystem system, Chromium chromium)
{
    [Fact]
    public async Task The_page_of_the_contract_works_under_its_policy_and_calls_nobody_else()
    {
        await using var context = await (await chromium.BrowserAsync()).NewContextAsync();
        var complaints = new ConcurrentQueue<string>();
        await context.ExposeFunctionAsync("reportViolation", (string text) => complaints.Enqueue(text));
        await context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', e => reportViolation(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`))");
        var page = await context.NewPageAsync();
        var elsewhere = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != system.Stack.Address.Authority) elsewhere.Enqueue(request.Url);
        };

        await page.GotoAsync($"{system.Stack.Address}docs");
        await Expect(page.GetByText("Audio behind a signed link, whole or by range.").First)
            .ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = StudioPage.Patience });

        // One of its libraries tries whether it may evaluate text, and does without.
        complaints.Where(complaint => !complaint.StartsWith("script-src eval", StringComparison.Ordinal)).ShouldBeEmpty();
        elsewhere.ShouldBeEmpty();
    }
}
