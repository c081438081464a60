namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Makes a provider misbehave in one of some ways, a few times.</summary>
internal sealed class ProviderFault(string name, params string[] kinds) : IFault
{
    private const int MostTimes = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan More = TimeSpan.FromSeconds(2);

    public string Name => name;

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var provider = random.Next(2) == 0 ? "fal" : "replicate";
        var (kind, times) = (kinds[random.Next(kinds.Length)], random.Next(MostTimes) + 1);
        await scene.Simulator.ClearFaultsAsync(cancellationToken);
        await scene.Simulator.AddFaultAsync(provider, kind, times, null, cancellationToken);
        var hit = await Scene.UntilAsync(
            async () => await scene.Simulator.TakenAsync(provider, cancellationToken) > 0, Patience, cancellationToken);
        await Scene.UntilAsync(
            async () => await scene.Simulator.TakenAsync(provider, cancellationToken) == times, More, cancellationToken);
        await scene.Simulator.ClearFaultsAsync(cancellationToken);
        return hit;
    }
}
