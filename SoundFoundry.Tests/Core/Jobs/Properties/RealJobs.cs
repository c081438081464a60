using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Core.Jobs.Properties;

/// <summary>A user's jobs in the real database, moved by the real statements.</summary>
internal sealed class RealJobs(EmptySchema schema, long userId, CancellationToken cancellationToken)
{
    public const int Granted = 12;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly Failure Why = new(FailureClass.Provider, "x", "x");
    private static readonly Artifact Audio = new("users/1/tracks/1/1-1.wav", "audio/wav", 4, new string('a', 64), 30, [1]);

    public long UserId => userId;

    public static async Task<RealJobs> OfNewUserAsync(EmptySchema schema, CancellationToken cancellationToken)
    {
        await using var db = schema.Open();
        var userId = await db.Users.MaxAsync(user => user.Id, cancellationToken) + 1;
        db.Users.Add(new User { Id = userId, Name = "tester" });
        db.Accounts.Add(new Account { UserId = userId });
        await db.SaveChangesAsync(cancellationToken);
        await db.GrantAsync(userId, Granted, cancellationToken);
        return new RealJobs(schema, userId, cancellationToken);
    }

    /// <returns>Null if there are not enough credits.</returns>
    public Task<long?> AcceptAsync(int quote) => WithAsync<long?>(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var track = new Track { UserId = userId, Prompt = "rain", DurationSeconds = 30, HasVocals = false, StyleStrength = 0.5, Seed = 1 };
        db.Tracks.Add(track);
        await db.SaveChangesAsync(cancellationToken);
        if (await PlaceAsync(db, track, quote) is not { } job) return null;
        await transaction.CommitAsync(cancellationToken);
        return job;
    });

    /// <returns>Null if the job is not its track's last, did not fail, or there are not enough credits.</returns>
    public Task<long?> RetryAsync(long last, int quote) => WithAsync<long?>(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var track = await db.Tracks.FromSql($"SELECT * FROM tracks WHERE job_id = {last} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
        if (track is null) return null;
        var status = await db.Jobs.Where(job => job.Id == last).Select(job => job.Status).SingleAsync(cancellationToken);
        if (status is not (JobStatus.Failed or JobStatus.Canceled) || await PlaceAsync(db, track, quote) is not { } job) return null;
        await transaction.CommitAsync(cancellationToken);
        return job;
    });

    private async Task<long?> PlaceAsync(SoundFoundryDb db, Track track, int quote)
    {
        var job = new Job { TrackId = track.Id, UserId = userId, Lane = Lane.Studio, ModelsVersion = "test", QuotedCredits = quote };
        db.Jobs.Add(job);
        await db.SaveChangesAsync(cancellationToken);
        track.JobId = job.Id;
        db.Outbox.Add(new OutboxMessage { JobId = job.Id, UserId = userId, Lane = Lane.Studio });
        await db.SaveChangesAsync(cancellationToken);
        return await db.HoldAsync(userId, job.Id, quote, cancellationToken) ? job.Id : null;
    }

    public Task<Adjustment> AdjustAsync(long credits) =>
        WithAsync(db => db.AdjustAsync(userId, credits, "any reason", userId, cancellationToken));

    public Task<Purchase> PurchaseAsync(long credits, string reference) =>
        WithAsync(db => db.PurchaseAsync(userId, credits, reference, userId, cancellationToken));

    public Task TopUpAsync(int allowance) => WithAsync(async db =>
    {
        await db.TopUpAsync(userId, allowance, cancellationToken);
        return allowance;
    });

    /// <summary>Balance and ledger as of one moment.</summary>
    public Task<(long Available, long Sum)> LookAsync() => WithAsync(async db =>
    {
        var look = await db.Accounts.Where(account => account.UserId == userId).Select(account => new
        {
            account.AvailableCredits,
            Sum = db.Ledger.Where(entry => entry.UserId == userId).Sum(entry => entry.Credits),
        }).SingleAsync(cancellationToken);
        return (look.AvailableCredits, look.Sum);
    });

    public Task<JobClaim?> ClaimAsync(long job) => WithAsync(db => db.ClaimAsync(job, "w", Hour, Hour, cancellationToken));

    public Task LapseAsync(long job) => WithAsync(db => db.Database.ExecuteSqlAsync(
        $"UPDATE jobs SET lease_until = now() - interval '1 minute' WHERE id = {job} AND status = 'RENDERING'", cancellationToken));

    public Task<bool> ReportAsync(JobClaim claim) => WithAsync(db => db.ReportAsync(claim, JobStages.Rendering, 0.5, cancellationToken));

    public Task<bool> CompleteAsync(JobClaim claim, int charge) =>
        WithAsync(db => db.CompleteAsync(claim, 0, Audio, charge, cancellationToken));

    public Task<bool> FailAsync(JobClaim claim) => WithAsync(db => db.FailAsync(claim, Why, cancellationToken));

    public Task<bool> AcceptCancelAsync(JobClaim claim) => WithAsync(db => db.AcceptCancelAsync(claim, cancellationToken));

    public Task<JobStatus?> CancelAsync(long job) => WithAsync(db => db.RequestCancelAsync(job, cancellationToken));

    public Task<bool> HandBackAsync(JobClaim claim) => WithAsync(db => db.HandBackAsync(claim, cancellationToken));

    public Task<bool> PutOffAsync(JobClaim claim) =>
        WithAsync(db => db.PutOffAsync(claim, TimeSpan.Zero, ModelJob.MaxRetries, Why, cancellationToken));

    /// <returns>How many jobs it ended.</returns>
    public Task<int> SweepAsync() => WithAsync(async db =>
    {
        await db.RequeueLapsedAsync(cancellationToken);
        var ended = 0;
        foreach (var hopeless in await db.FindHopelessAsync(cancellationToken))
            if (await hopeless.EndAsync(db, cancellationToken) && hopeless.UserId == userId) ended++;
        return ended;
    });

    public Task<List<Job>> RowsAsync() => WithAsync(db => db.Jobs.AsNoTracking().Where(job => job.UserId == userId)
        .OrderBy(job => job.Id).ToListAsync(cancellationToken));

    public Task<List<LedgerEntry>> LedgerAsync() => WithAsync(db => db.Ledger.AsNoTracking().Where(entry => entry.UserId == userId)
        .ToListAsync(cancellationToken));

    public Task<long> AvailableAsync() => WithAsync(db => db.Accounts.Where(account => account.UserId == userId)
        .Select(account => account.AvailableCredits).SingleAsync(cancellationToken));

    public Task<List<long>> OutboxAsync() => WithAsync(db => db.Outbox.Where(message => message.UserId == userId)
        .Select(message => message.JobId).ToListAsync(cancellationToken));

    private async Task<T> WithAsync<T>(Func<SoundFoundryDb, Task<T>> use)
    {
        await using var db = schema.Open();
        return await use(db);
    }
}
