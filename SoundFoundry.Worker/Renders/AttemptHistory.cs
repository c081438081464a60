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

    public static async Task<AttemptHistory> ReadAsync(SoundFoundryDb db, long jobId, CancellationToken cancellationToken)
    {
        // What no provider heard of does not count: a render of our own that was interrupted simply begins again.
        var attempts = await db.Attempts.AsNoTracking().Where(a => a.JobId == jobId && a.Outcome != AttemptOutcome.Abandoned)
            .OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var history = new AttemptHistory { Open = attempts.LastOrDefault(a => a.EndedAt is null) };
        foreach (var attempt in attempts)
        {
            history.NextNumber = attempt.Number + 1;
            if (attempt is not { EndedAt: not null, ErrorClass: { } failure }) continue;
            history.Remember(
                new TriedModel(attempt.Provider, attempt.Model, failure), new Failure(failure, attempt.ErrorCode ?? "", attempt.Error ?? ""));
        }

        return history;
    }

    public void Add(int number, string provider, string model, Failure failure)
    {
        NextNumber = number + 1;
        Remember(new TriedModel(provider, model, failure.Class), failure);
    }

    private void Remember(TriedModel tried, Failure failure)
    {
        _tried.Add(tried);
        (Last, LastProvider) = (failure, tried.Provider);
    }
}
