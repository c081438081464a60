namespace SoundFoundry.Tests.Web;

/// <summary>One Web in front of one <see cref="EchoApi"/>, shared by a class of tests.</summary>
public sealed class WebWithEcho : IAsyncLifetime
{
    private EchoApi _api = null!;
    private WebServer _web = null!;

    public HttpClient Client { get; private set; } = null!;

    internal EchoApi Api => _api;

    public async ValueTask InitializeAsync()
    {
        _api = await EchoApi.StartAsync(TestContext.Current.CancellationToken);
        _web = await WebServer.StartAsync(_api.Address, TestContext.Current.CancellationToken);
        var handler = new SocketsHttpHandler { ActivityHeadersPropagator = null, UseProxy = false };
        Client = new HttpClient(handler) { BaseAddress = _web.Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _web.DisposeAsync();
        await _api.DisposeAsync();
    }
}
