namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Takes Redis away for a while. Jobs go on being accepted.</summary>
internal sealed class RedisAway(RedisEnd end) : IFault
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public string Name => $"redis {end switch { RedisEnd.Stopped => "stopped", RedisEnd.Killed => "killed", _ => "hanging" }}";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var before = await scene.NewestJobAsync(cancellationToken);
        var length = Shortest + TimeSpan.FromSeconds(2 * random.NextDouble());
        if (end == RedisEnd.Hanging) await scene.Lanes.HangAsync(length);
        else await (end == RedisEnd.Stopped ? scene.System.Redis.StopAsync() : scene.System.Redis.KillAsync());
        await Task.Delay(length, TimeProvider.System, cancellationToken);
        var hit = await scene.NewestJobAsync(cancellationToken) > before;
        if (end != RedisEnd.Hanging) await scene.System.Redis.StartAgainAsync(cancellationToken);
        return hit;
    }
}

internal enum RedisEnd
{
    Stopped,
    Killed,

    /// <summary>It takes connections and requests, and answers none.</summary>
    Hanging,
}
