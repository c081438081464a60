namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Kills an Api while customers wait for its answers.</summary>
internal sealed class KillApi : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "api killed with requests in flight";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var api = scene.System.Apis[random.Next(scene.System.Apis.Count)];
        if (!await Scene.UntilAsync(() => Task.FromResult(scene.Customers.InFlightAt(api) > 0), Patience, cancellationToken)) return false;
        var inFlight = scene.Customers.InFlightAt(api);
        await api.EndAsync(Signal.Kill, cancellationToken);
        await scene.RestartAsync(api, random, cancellationToken);
        return inFlight > 0;
    }
}
