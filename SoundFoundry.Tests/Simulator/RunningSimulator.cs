namespace SoundFoundry.Tests.Simulator;

/// <summary>A simulator of one test's own, on a free port: both vendors, and a hand on what goes wrong there.</summary>
/// <remarks>Jobs take 0.3 s from submit to result; <see cref="Control"/> changes that.</remarks>
public sealed class RunningSimulator : IAsyncLifetime
{
    public const string FalKey = "kid:ksec";
    public const string ReplicateToken = "r8_simulated";

    private readonly SimulatorHost _host;
    private HttpClient? _controller;

    public RunningSimulator()
        : this([])
    {
    }

    internal RunningSimulator(params (string Key, string Value)[] settings)
    {
        var defaults = new Dictionary<string, string> { ["Simulator:QueueSeconds"] = "0.1", ["Simulator:RenderSeconds"] = "0.2" };
        foreach (var (key, value) in settings) defaults[key] = value;
        _host = new SimulatorHost(defaults);
    }

    /// <summary>What stands for <c>https://queue.fal.run</c>.</summary>
    public Uri Address => _host.ClientOptions.BaseAddress;

    /// <summary>What stands for <c>https://api.replicate.com/v1</c>.</summary>
    public Uri ReplicateAddress => new(Address, "/v1");

    public SimulatorControl Control { get; private set; } = null!;

    /// <summary>A client without a key.</summary>
    public HttpClient Client { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        // Not UseKestrel(0): that sets the port from this thread, and on a busy machine the program has started by then.
        _host.UseKestrel();
        _host.StartServer();
        Client = new HttpClient { BaseAddress = Address };
        _controller = new HttpClient { BaseAddress = Address };
        Control = new SimulatorControl(_controller);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        _controller?.Dispose();
        await _host.DisposeAsync();
    }
}
