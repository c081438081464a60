using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>A site of somebody else, whose every page shows one address in a frame: <c>/?address</c>.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ForeignSite(WebApplication app) => _app = app;

    public static async Task<ForeignSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            var framed = WebUtility.HtmlEncode(Uri.UnescapeDataString(context.Request.QueryString.Value!.TrimStart('?')));
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync($"""<!DOCTYPE html><title>My records</title><body><iframe src="{framed}" width="600" height="152"></iframe>""");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ForeignSite(app);
    }

    public string PageWith(Uri framed) => $"{_app.Urls.First()}/?{Uri.EscapeDataString(framed.ToString())}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
