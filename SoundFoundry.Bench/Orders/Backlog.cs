using Npgsql;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Orders;

/// <summary>How many jobs have not ended, looked at twice a second; while PostgreSQL is away, the last number known.</summary>
internal sealed class Backlog : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _looking;

    public Backlog(NpgsqlDataSource database) => _looking = LookAsync(database, _stop.Token);

    public long Jobs { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task LookAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                Jobs = await database.ValueAsync<long>($"SELECT count(*) FROM {JobRows.Unfinished}", cancellationToken);
            }
            catch (NpgsqlException)
            {
                // Away, on purpose.
            }

            await Task.Delay(Interval, TimeProvider.System, cancellationToken);
        }
    }
}
