using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>A page with a list of tracks to press, and the player below it.</summary>
internal sealed class PlayerPage : IAsyncDisposable
{
    private const string ShowList = """
        tracks => {
          const list = document.createElement("sf-queue");
          list.setAttribute("ids", tracks.map(track => track.id).join());
          for (const { id, name } of tracks) {
            const play = document.createElement("sf-play");
            for (const [key, value] of Object.entries({ track: id, name, length: 20 })) play.setAttribute(key, value);
            list.append(play);
          }
          document.querySelector("main").prepend(list);
        }
        """;

    private readonly ConcurrentQueue<string> _complaints = [];

    private PlayerPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(StudioPage.Patience);
        SetDefaultExpectTimeout(StudioPage.Patience);
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    public ILocator Player => Page.GetByRole(AriaRole.Region, new() { Name = "Player" });

    public ILocator Name => Player.Locator(".player-name bdi");

    public ILocator Note => Player.GetByRole(AriaRole.Status).First;

    public ILocator Position => Player.GetByRole(AriaRole.Slider, new() { Name = "Position" });

    public ILocator Rows => Player.Locator(".queue li");

    public static async Task<PlayerPage> OpenAsync(IBrowser browser, Uri address, int width)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = 900 } });
        var page = new PlayerPage(await context.NewPageAsync());
        await page.Page.GotoAsync("/account");
        return page;
    }

    /// <summary>Shows the tracks as a list, and plays one of them.</summary>
    public async Task PlayAsync(IEnumerable<PlayerSystem.ListedTrack> tracks, string name)
    {
        var list = tracks.Select(track => new { id = track.Id, name = track.Name }).ToArray();
        await Page.EvaluateAsync($"tracks => ({ShowList})(JSON.parse(tracks))", JsonSerializer.Serialize(list));
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = $"Play {name}" }).ClickAsync();
        await PlaysAsync(name);
    }

    public async Task PlaysAsync(string name)
    {
        await Expect(Name).ToHaveTextAsync(name);
        await PlaysPastAsync(0.1);
    }

    public Task PlaysPastAsync(double seconds) => Page.WaitForFunctionAsync(
        "seconds => { const { audio, wanted } = document.querySelector('sf-player').sound; return wanted && !audio.paused && !audio.error && audio.currentTime > seconds; }",
        seconds);

    public Task<double> PlayedAsync() => AskAsync<double>("sound.audio.currentTime");

    public Task<string> OrderAsync() => AskAsync<string>("order.order.join()");

    /// <summary>What the player itself knows.</summary>
    public Task<T> AskAsync<T>(string member) => Page.EvaluateAsync<T>($"document.querySelector('sf-player').{member}");

    public Task DoAsync(string call) => Page.EvaluateAsync($"(() => {{ document.querySelector('sf-player').{call}; }})()");

    public ILocator Button(string name) => Player.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    public Task ClickAsync(string name) => Button(name).ClickAsync();

    /// <summary>With the focus on no control at all.</summary>
    public async Task PressAsync(string key)
    {
        await Page.EvaluateAsync("document.activeElement.blur()");
        await Page.Keyboard.PressAsync(key);
    }

    public Task IsPausedAsync() => Expect(Button("Play")).ToBeVisibleAsync();

    public Task RowsAreAsync(params string[] names) =>
        Expect(Rows).ToHaveTextAsync(names.Select(name => new Regex($"^\\s*{name}\\d")));

    public void ShouldBeWithoutComplaint() => _complaints.ShouldBeEmpty();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
