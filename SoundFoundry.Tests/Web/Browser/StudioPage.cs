using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>What a person does on the page, and everything the browser complained of meanwhile.</summary>
internal sealed class StudioPage : IAsyncDisposable
{
    /// <summary>Milliseconds; only a bound, for machines that are busy with other things.</summary>
    public const float Patience = 90_000;

    private readonly ConcurrentQueue<string> _complaints = [];

    private StudioPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Enqueue($"console: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"page error: {error}");
    }

    public IPage Page { get; }

    public ILocator Form => Page.Locator("#create");

    public ILocator Prompt => Form.GetByLabel("Describe the music");

    public ILocator Make => Page.GetByRole(AriaRole.Button, new() { Name = "Make music" });

    public ILocator Tracks => Page.Locator("article.track");

    public ILocator Player => Page.GetByRole(AriaRole.Region, new() { Name = "Player" });

    public static async Task<StudioPage> OpenAsync(IBrowser browser, Uri address)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString() });
        var studio = new StudioPage(await context.NewPageAsync());
        await context.ExposeFunctionAsync("reportViolation", (string text) => studio._complaints.Enqueue($"policy: {text}"));
        await context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', e => reportViolation(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`))");
        await studio.Page.GotoAsync("/");
        await studio.AliveAsync();
        return studio;
    }

    /// <summary>Returns when the page answers to what is done on it.</summary>
    public Task AliveAsync() => Expect(Prompt).ToBeEnabledAsync();

    /// <summary>All fields, rather than one box.</summary>
    public async Task CustomAsync()
    {
        await Form.GetByRole(AriaRole.Radio, new() { Name = "Custom" }).CheckAsync();
        await Expect(Form.GetByLabel("Length")).ToBeVisibleAsync();
    }

    public async Task<ILocator> CreateAsync(string prompt, string seconds = "5")
    {
        await CustomAsync();
        await Prompt.FillAsync(prompt);
        await Form.GetByLabel("Length").FillAsync(seconds);
        await Make.ClickAsync();
        var track = Track(prompt);
        await Expect(track).ToBeVisibleAsync();
        return track;
    }

    public ILocator Track(string name) =>
        Tracks.Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }) }).First;

    public Task<double> PlayedAsync() => Page.EvaluateAsync<double>("document.querySelector('sf-player audio').currentTime");

    public Task PlaysPastAsync(double seconds) =>
        Page.WaitForFunctionAsync("seconds => document.querySelector('sf-player audio').currentTime > seconds", seconds);

    public void ShouldBeWithoutComplaint() => _complaints.ShouldBeEmpty();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
