using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>A page of another origin, open in the owner's own browser, tries what such pages can try.</summary>
[Collection(nameof(WholeSystem))]
public sealed class HostilePageTests(WholeSystem system, Chromium chromium)
{
    private const string Track = """{"prompt":"made by a stranger","duration_s":5}""";

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task It_cannot_make_tracks_by_script(string contentType)
    {
        await using var hostile = await ServeAsync();
        var page = await OpenAsync(hostile.Urls.First());

        await page.EvaluateAsync(
            """
            ([url, body, type]) => fetch(url, {
              method: "POST", mode: type === "text/plain" ? "no-cors" : "cors", headers: { "Content-Type": type }, body,
            }).catch(() => {})
            """,
            new[] { $"{system.Address}api/tracks", Track, contentType });

        await NothingWasMadeAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task It_cannot_make_tracks_by_a_form()
    {
        await using var hostile = await ServeAsync();
        var page = await OpenAsync(hostile.Urls.First());

        var answer = await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync(
                """
                url => {
                  const form = document.createElement("form");
                  Object.assign(form, { method: "post", enctype: "text/plain", action: url });
                  document.body.append(form);
                  form.submit();
                }
                """,
                $"{system.Address}api/tracks"),
            response => response.Url.EndsWith("/api/tracks", StringComparison.Ordinal));

        answer.Status.ShouldBe(403);
        await NothingWasMadeAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task It_cannot_open_a_circuit()
    {
        await using var hostile = await ServeAsync();
        var page = await OpenAsync(hostile.Urls.First());

        var outcome = await page.EvaluateAsync<string>(
            """
            url => new Promise(done => {
              const socket = new WebSocket(url);
              socket.onopen = () => done("open");
              socket.onerror = () => done("refused");
            })
            """,
            $"ws://{system.Address.Authority}/_blazor");

        outcome.ShouldBe("refused");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task It_cannot_put_the_studio_into_a_frame()
    {
        await using var hostile = await ServeAsync();
        var page = await OpenAsync(hostile.Urls.First());
        var refused = new TaskCompletionSource();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame", StringComparison.OrdinalIgnoreCase)) refused.TrySetResult();
        };

        await page.EvaluateAsync(
            "url => document.body.append(Object.assign(document.createElement('iframe'), { src: url }))", $"{system.Address}");

        await refused.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_name_rebound_to_this_machine_is_not_served()
    {
        var page = await OpenAsync("about:blank");

        var studio = await page.GotoAsync($"http://{Chromium.ReboundName}:{system.Address.Port}/");
        var api = await page.GotoAsync($"http://{Chromium.ReboundName}:{system.Address.Port}/api/tracks");

        studio!.Status.ShouldBe(403);
        api!.Status.ShouldBe(403);
        await page.Context.DisposeAsync();
    }

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<!DOCTYPE html><title>Free ringtones</title><body>");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var context = await (await chromium.BrowserAsync()).NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    private async Task NothingWasMadeAsync()
    {
        var found = await system.Stack.Client.GetAsJsonAsync("/api/tracks?q=stranger");
        found.GetProperty("tracks").GetArrayLength().ShouldBe(0);
    }
}
