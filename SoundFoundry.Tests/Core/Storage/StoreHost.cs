using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoundFoundry.Api.Files;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>A store as a service would have it, and the endpoint that serves it, on a real socket.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StoreHost(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public IAudioStore Store => _app.Services.GetRequiredService<IAudioStore>();

    public HttpClient Http { get; }

    public static async Task<StoreHost> StartAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging(logging => logging.ClearProviders());
        builder.Configuration.AddInMemoryCollection([new("Storage:SigningKey", "a key for tests, thirty-two long."), .. settings]);
        builder.AddAudioStore();
        var app = builder.Build();
        app.UseRouting();
        app.MapFiles();
        await app.StartAsync(cancellationToken);
        return new StoreHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
