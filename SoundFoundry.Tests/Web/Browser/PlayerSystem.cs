using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Web.Browser;

/// <summary>A stack with tracks to listen to, whose signed addresses expire while one listens.</summary>
[CollectionDefinition(nameof(PlayerSystem))]
public sealed class PlayerSystem(SharedPostgres postgres, Chromium chromium) : IAsyncLifetime, ICollectionFixture<PlayerSystem>
{
    private readonly RunningStack _stack = new(postgres);
    private WebServer? _web;

    internal HttpClient Client => _stack.Client;

    /// <summary>Four short tracks, and a long one that no browser holds as a whole.</summary>
    internal IReadOnlyList<ListedTrack> Tracks { get; private set; } = [];

    internal ListedTrack Long => Tracks[^1];

    public async ValueTask InitializeAsync()
    {
        await _stack.StartApiAsync(CancellationToken.None, settings: new Dictionary<string, string> { ["Storage:LinkLifetime"] = "00:00:03" });
        _stack.StartWorker();
        _web = await StartWebAsync();
        Tracks = [await MakeAsync("One"), await MakeAsync("Two"), await MakeAsync("Three"), await MakeAsync("Four"), await MakeAsync("Long", 120)];
        foreach (var track in Tracks) await Client.JobReachesAsync(track.JobId, "COMPLETE");
    }

    internal async Task<ListedTrack> MakeAsync(string name, double seconds = 20)
    {
        var (trackId, jobId) = await Client.CreateTrackAsync(name, seconds);
        return new ListedTrack(trackId, jobId, name);
    }

    internal Task<WebServer> StartWebAsync() => WebServer.StartAsync(_stack.Address, CancellationToken.None);

    internal Task<WebServer> StartWebAsync(Uri address) => WebServer.StartAsync([_stack.Address], address, CancellationToken.None);

    internal async Task<PlayerPage> OpenAsync(Uri? address = null, int width = 1440) =>
        await PlayerPage.OpenAsync(await chromium.BrowserAsync(), address ?? _web!.Address, width);

    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        await _stack.DisposeAsync();
    }

    internal sealed record ListedTrack(long Id, long JobId, string Name);
}
