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
    private volatile Work _work = new(JobStages.Rendering, null);
    private double _latest;

    public ProgressPump(IServiceScopeFactory scopes, Hints hints, TimeProvider clock, JobClaim claim, CancellationToken cancellationToken)
    {
        (_scopes, _hints, _clock, _claim) = (scopes, hints, clock, claim);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _pumping = PumpAsync(_stop.Token);
    }

    public void Report(double value) => Volatile.Write(ref _latest, value);

    /// <summary>Says what is being done, in a word of <see cref="JobStages"/>.</summary>
    public void Say(string stage) => Say(stage, null);

    /// <param name="providerPosition">How many are before it in the provider's own queue.</param>
    public void Say(string stage, int? providerPosition) => _work = new Work(stage, providerPosition);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, _clock);
        var written = (Work: new Work("", null), Progress: 0.0);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var latest = (Work: _work, Progress: Volatile.Read(ref _latest));
            if (latest.Work == written.Work && latest.Progress <= written.Progress) continue;
            if (!await TryWriteAsync(latest.Work, latest.Progress, cancellationToken)) continue;
            written = latest;
            _hints.JobChanged(_claim.UserId, _claim.JobId);
        }
    }

    private async Task<bool> TryWriteAsync(Work work, double progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SoundFoundryDb>()
                .ReportAsync(_claim, work.Stage, progress, work.ProviderPosition, cancellationToken);
        }
        catch (Exception exception) when (exception.IsOutage())
        {
            return false; // the next tick says it again
        }
    }

    private sealed record Work(string Stage, int? ProviderPosition);
}
