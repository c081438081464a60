using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Renders;

/// <summary>Carries a render's progress into the row a few times a second, however often the render reports it.</summary>
internal sealed class ProgressPump : IProgress<double>, IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly IServiceScopeFactory _scopes;
    private readonly Hints _hints;
    private readonly JobClaim _claim;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop;
    private readonly Task _pumping;
    private volatile string _stage = JobStages.Rendering;
    private double _latest;

    public ProgressPump(IServiceScopeFactory scopes, Hints hints, TimeProvider clock, JobClaim claim, CancellationToken cancellationToken)
    {
        (_scopes, _hints, _clock, _claim) = (scopes, hints, clock, claim);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _pumping = PumpAsync(_stop.Token);
    }

    public void Report(double value) => Volatile.Write(ref _latest, value);

    /// <summary>Says what is being done, in a word of <see cref="JobStages"/>.</summary>
    public void Say(string stage) => _stage = stage;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, _clock);
        var written = (Stage: "", Progress: 0.0);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var latest = (Stage: _stage, Progress: Volatile.Read(ref _latest));
            if (latest.Stage == written.Stage && latest.Progress <= written.Progress) continue;
            if (!await TryWriteAsync(latest.Stage, latest.Progress, cancellationToken)) continue;
            written = latest;
            _hints.JobChanged(_claim.UserId, _claim.JobId);
        }
    }

    private async Task<bool> TryWriteAsync(string stage, double progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SoundFoundryDb>().ReportAsync(_claim, stage, progress, cancellationToken);
        }
        catch (Exception exception) when (exception.IsOutage())
        {
            return false; // the next tick says it again
        }
    }
}
