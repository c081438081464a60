using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Workers;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Dispatch;

namespace SoundFoundry.Tests.Worker.Dispatch;

/// <summary>A queue of many users in a database of its own, and the statement by which the relay chooses from it.</summary>
internal sealed class WaitingJobs(EmptySchema schema) : IAsyncDisposable
{
    private readonly SoundFoundryDb _db = schema.Open();

    public SoundFoundryDb Db => _db;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>An empty queue, and a worker with this many free remote slots.</summary>
    public static async Task<WaitingJobs> WithSlotsAsync(EmptySchema schema, int slots)
    {
        var queue = new WaitingJobs(schema);
        await queue._db.Database.ExecuteSqlAsync(
            $"DELETE FROM outbox; UPDATE dispatch_control SET mode = 'RUNNING'; DELETE FROM jobs; DELETE FROM tracks", Cancelled);
        await queue._db.SayAliveAsync("worker", 1, slots, [], Cancelled);
        return queue;
    }

    /// <summary>Queues jobs of a user, who is made if need be; returns their ids in order.</summary>
    public async Task<List<long>> QueueAsync(long user, int count, string provider = "fal", int priority = 0)
    {
        await _db.Database.ExecuteSqlAsync(
            $"INSERT INTO users (id, name) VALUES ({user}, 'user') ON CONFLICT DO NOTHING", Cancelled);
        return await _db.Database.SqlQuery<long>(
            $"""
            WITH track AS (
                INSERT INTO tracks (user_id, prompt, tags, duration_s, has_vocals, style_strength, seed, favorite)
                SELECT {user}, 'rain', ARRAY[]::text[], 30, false, 0.5, 1, false FROM generate_series(1, {count}) RETURNING id),
            job AS (
                INSERT INTO jobs (
                    track_id, user_id, status, lane, models_version, quoted_credits, first_provider, attempt, progress, cancel_requested,
                    fence, claims)
                SELECT id, {user}, 'QUEUED', 'REMOTE', 'test', 1, {provider}, 0, 0, false, 0, 0 FROM track ORDER BY id RETURNING id),
            message AS (
                INSERT INTO outbox (job_id, user_id, lane, priority) SELECT id, {user}, 'REMOTE', {priority} FROM job)
            SELECT id AS "Value" FROM job ORDER BY id
            """).ToListAsync(Cancelled);
    }

    public async Task<List<long>> ChooseAsync(DispatchOptions? limits = null) =>
        [.. (await _db.ChooseAsync(Lane.Remote, limits ?? new DispatchOptions(), Cancelled)).Select(message => message.JobId)];

    public async Task<JobClaim> ClaimAsync(long jobId, TimeSpan? lease = null) =>
        (await _db.ClaimAsync(jobId, "worker", lease ?? TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), Cancelled)).ShouldNotBeNull();

    /// <summary>Chooses, claims and ends, one slot at a time, and tells whose job it was.</summary>
    public async Task<List<long>> ServeAsync(int times)
    {
        var users = new List<long>();
        for (var i = 0; i < times; i++)
        {
            var claim = await ClaimAsync((await ChooseAsync()).ShouldHaveSingleItem());
            users.Add(claim.UserId);
            await EndAsync(claim.JobId);
        }

        return users;
    }

    public Task EndAsync(long jobId) => _db.Database.ExecuteSqlAsync(
        $"UPDATE jobs SET status = 'FAILED', lease_until = NULL, completed_at = now() WHERE id = {jobId}", Cancelled);

    public ValueTask DisposeAsync() => _db.DisposeAsync();
}
