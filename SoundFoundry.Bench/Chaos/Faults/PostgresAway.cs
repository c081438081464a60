namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Takes PostgreSQL away while jobs render.</summary>
/// <param name="powerCut">Whether it ends without a chance to do anything.</param>
internal sealed class PostgresAway(bool powerCut) : IFault
{
    private const int Starts = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromMilliseconds(500);

    public string Name => powerCut ? "postgres killed" : "postgres stopped";

    public async Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken)
    {
        var hit = await Scene.UntilAsync(async () => await scene.PolledJobAsync(cancellationToken) > 0, Patience, cancellationToken);
        await (powerCut ? scene.System.Postgres.KillAsync() : scene.System.Postgres.StopAsync());
        await Task.Delay(TimeSpan.FromSeconds(4 * random.NextDouble()), TimeProvider.System, cancellationToken);
        for (var start = 1; ; start++)
        {
            try
            {
                await scene.System.Postgres.StartAgainAsync(cancellationToken);
                break;
            }
            catch (InvalidOperationException) when (start < Starts)
            {
                // The dead server's children hold its memory until they notice.
                await Task.Delay(BetweenStarts, TimeProvider.System, cancellationToken);
            }
        }

        scene.Database.Clear();
        return hit;
    }
}
