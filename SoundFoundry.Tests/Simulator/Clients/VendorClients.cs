using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Tests.Simulator.Clients;

/// <summary>Runs every case of the vendors' npm clients once, side by side: their pauses between tries can't be shortened.</summary>
public sealed class VendorClients : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, RunningSimulator> _simulators =
        ClientCases.All.Keys.ToDictionary(name => name, _ => new RunningSimulator());
    private Dictionary<string, ClientOutcome> _outcomes = [];

    internal ClientOutcome this[string name] => _outcomes[name];

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, simulator) in _simulators)
        {
            await simulator.InitializeAsync();
            await ClientCases.All[name](simulator.Control);
        }

        var addresses = _simulators.ToDictionary(entry => entry.Key, entry => entry.Value.Address.GetLeftPart(UriPartial.Authority));
        var run = await Cli.Wrap("node").WithArguments([Repository.File("SoundFoundry.Tests/Simulator/Clients/run.mjs")])
            .WithStandardInputPipe(PipeSource.FromString(JsonSerializer.Serialize(addresses)))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        _outcomes = JsonSerializer.Deserialize<Dictionary<string, ClientOutcome>>(run.StandardOutput, Json)!;
    }

    internal async Task<IReadOnlyList<SubmitOutcome>> SubmitsAsync(string name) =>
        [.. (await _simulators[name].Control.SubmitsAsync()).Select(submit => submit.Outcome)];

    public async ValueTask DisposeAsync()
    {
        foreach (var simulator in _simulators.Values) await simulator.DisposeAsync();
    }
}
