using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Worker.Providers.Remote;

/// <summary>The wires as the worker registers them, with a server of this machine in the place of both vendors.</summary>
internal sealed class Wires : IDisposable
{
    public const string FalKey = "falkeyid:falkeysecret";
    public const string ReplicateToken = "r8_replicatetoken";

    private readonly ServiceProvider _services;

    public Wires(Uri simulator, TimeProvider? time = null, string falKey = FalKey, string replicateToken = ReplicateToken)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Options.Create(new ProviderOptions { FalKey = falKey, ReplicateToken = replicateToken, Simulator = simulator }));
        services.AddSingleton(Options.Create(new RemoteOptions()));
        services.AddSingleton(time ?? TimeProvider.System);
#pragma warning disable RS0030 // seeded
        services.AddSingleton(new Random(1));
#pragma warning restore RS0030
        services.AddWires();
        _services = services.BuildServiceProvider();
    }

    public static MusicModel FalModel { get; } = new()
    {
        Provider = "fal", Name = "stable-audio-25", Endpoint = "fal-ai/stable-audio-25/text-to-audio", Input = { ["prompt"] = "{prompt}" },
    };

    public static MusicModel ReplicateModel { get; } = new()
    {
        Provider = "replicate", Name = "stable-audio-2.5", Endpoint = "stability-ai/stable-audio-2.5", Input = { ["prompt"] = "{prompt}" },
    };

    public static MusicModel Versioned { get; } = new()
    {
        Provider = "replicate", Name = "musicgen", Endpoint = "meta/musicgen", Version = new string('a', 64), Input = { ["prompt"] = "{prompt}" },
    };

    public IProviderWire Fal => Of("fal");

    public IProviderWire Replicate => Of("replicate");

    public MediaDownload Download => _services.GetRequiredService<MediaDownload>();

    /// <summary>The same with clocks of its own: for the time between tries, and for the time without a byte.</summary>
    public MediaDownload DownloadAt(TimeProvider tries, TimeProvider? stalls = null) => new(
        new MediaTransfer(_services.GetRequiredService<RemoteClients>(), _services.GetRequiredService<MediaHosts>(), stalls ?? TimeProvider.System),
        tries, _services.GetRequiredService<Random>());

    public IProviderWire Of(string provider) => _services.GetServices<IProviderWire>().Single(wire => wire.Name == provider);

    public Task<SubmitAnswer> SubmitAsync(string provider, Uri? callback = null, CancellationToken cancellationToken = default) =>
        Of(provider).SubmitAsync(provider == "fal" ? FalModel : ReplicateModel, Input(), callback, cancellationToken);

    public static JsonObject Input() => new() { ["prompt"] = "rain on a tin roof", ["seed"] = 7 };

    public void Dispose() => _services.Dispose();
}
