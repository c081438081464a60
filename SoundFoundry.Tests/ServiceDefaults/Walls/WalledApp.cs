using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SoundFoundry.ServiceDefaults.Settings;
using SoundFoundry.ServiceDefaults.Walls;

namespace SoundFoundry.Tests.ServiceDefaults.Walls;

/// <summary>A service behind the walls, on a real socket, that answers every request with its own address.</summary>
internal sealed class WalledApp(WebApplication app) : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public Uri Address { get; } = new(app.Urls.First().Replace("0.0.0.0", "127.0.0.1"));

    public static async Task<WalledApp> StartAsync(string url = "http://127.0.0.1:0", params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.Configuration.AddPredecessorNames();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.AddLocalWalls();
        var app = builder.Build();
        app.UseLocalWalls();
        app.Run(context => context.Response.WriteAsync($"{context.Request.Scheme}://{context.Request.Host}"));
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new WalledApp(app);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value.Replace("{self}", Address.Authority));
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await app.DisposeAsync();
    }
}
