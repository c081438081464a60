using Microsoft.JSInterop;
using SoundFoundry.Web.Pages;

namespace SoundFoundry.Tests.Web.Pages;

public sealed class PageScriptTests
{
    private readonly SlowBrowser _browser = new();

    [Fact]
    public async Task A_script_that_comes_after_the_page_was_left_is_let_go_and_attached_to_nothing()
    {
        var script = new PageScript(_browser, "./js/some.js");
        var attaching = script.AttachAsync<string>();

        await script.DisposeAsync();
        _browser.Import.SetResult(_browser.Module);

        (await attaching).ShouldBeNull();
        _browser.Module.Calls.ShouldBeEmpty();
        _browser.Module.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task What_fails_once_the_page_was_left_is_no_fault()
    {
        var script = new PageScript(_browser, "./js/some.js");
        _browser.Import.SetResult(_browser.Module);
        var attaching = script.AttachAsync<string>();

        await script.DisposeAsync();
        _browser.Module.Answer.SetException(new JSException("root is null"));

        (await attaching).ShouldBeNull();
        await script.CallAsync("play");
        _browser.Module.Calls.ShouldBe(["attach"]);
    }

    [Fact]
    public async Task What_fails_on_a_page_that_is_there_is_a_fault()
    {
        await using var script = new PageScript(_browser, "./js/some.js");
        _browser.Import.SetResult(_browser.Module);
        _browser.Module.Answer.SetException(new JSException("no such function"));

        await Should.ThrowAsync<JSException>(() => script.AttachAsync<string>());
    }

    [Fact]
    public async Task A_browser_that_went_away_is_no_fault()
    {
        await using var script = new PageScript(_browser, "./js/some.js");
        _browser.Import.SetException(new JSDisconnectedException("The circuit is gone."));

        (await script.AttachAsync<string>()).ShouldBeNull();
        script.HasCome.ShouldBeFalse();
    }
}
