using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Renders;

/// <summary>What a job has tried, over all its claims.</summary>
internal sealed class AttemptHistory
{
    private readonly List<TriedModel> _tried = [];

    public IReadOnlyList<TriedModel> Tried => _tried;

    /// <summary>The attempt that a provider may still be working on.</summary>
    public Attempt? Open { get; private init; }

    public Failure? Last { get; private set; }

    public string? LastProvider { get; private set; }

    public int NextNumber { get; private set; } = 1;

    /// <summary>The longest that a provider asked us to wait, under this claim.</summary>
    public TimeSpan AskedToWait { get; private set; }

    /// <param name="retryFence">What failed under claims up to this one is as if it had not been tried, if it left nothing behind.</param>
    public static async Task<AttemptHistory> ReadAsync(
        SoundFoundryDb db, long jobId, long retryFence, CancellationToken cancellationToken)
    {
        // What no provider heard of does not count: a render of our own that was interrupted simply begins again.
        var attempts = await db.Attempts.AsNoTracking().Where(a => a.JobId == jobId && a.Outcome != AttemptOutcome.Abandoned)
            .OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var history = new AttemptHistory { Open = attempts.LastOrDefault(a => a.EndedAt is null) };
        foreach (var attempt in attempts)
        {
            history.NextNumber = attempt.Number + 1;
            if (attempt is not { EndedAt: not null, ErrorClass: { } failure }) continue;
            if (attempt.Fence <= retryFence && MayBeAskedAgain(attempt, failure)) continue;
            history.Remember(
                new TriedModel(attempt.Provider, attempt.Model, failure), new Failure(failure, attempt.ErrorCode ?? "", attempt.Error ?? ""));
        }

        return history;
    }

    /// <summary>The last failure, which says more than what is in the way now.</summary>
    public RenderOutcome.Failed FailedOr(Failure otherwise) => new(Last ?? otherwise, LastProvider);

    public void Add(int number, string provider, string model, Failure failure)
    {
        NextNumber = number + 1;
        if (failure.RetryAfter > AskedToWait) AskedToWait = failure.RetryAfter.Value;
        Remember(new TriedModel(provider, model, failure.Class), failure);
    }

    /// <summary>Also not where the answer was lost for a while: what was found then may not have been all.</summary>
    private static bool MayBeAskedAgain(Attempt attempt, FailureClass failure) =>
        attempt is { Outcome: AttemptOutcome.Failed, AwaitsAnswer: false, LostAt: null }
        && FailurePolicy.LeavesNothingBehind(failure, attempt.ErrorCode ?? "");

    private void Remember(TriedModel tried, Failure failure)
    {
        _tried.Add(tried);
        (Last, LastProvider) = (failure, tried.Provider);
    }
}
