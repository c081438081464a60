using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Stack;

/// <summary>A migrated database with one user in it, for tests of the rules that live in statements.</summary>
public sealed class EmptySchema(SharedPostgres postgres) : IAsyncLifetime
{
    public const long UserId = 7;

    internal static readonly MusicModel Model = new() { Provider = "fal", Name = "some", Endpoint = "x/some", Cost = new CostRule { UsdMicros = 200_000 } };

    internal string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await postgres.CreateDatabaseAsync(CancellationToken.None);
        await using var db = Open();
        await db.Database.MigrateAsync();
        db.Users.Add(new User { Id = UserId, Name = "tester" });
        db.Accounts.Add(new Account { UserId = UserId });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"SELECT setval(pg_get_serial_sequence('users', 'id'), {UserId})");
    }

    internal SoundFoundryDb Open() =>
        new(new DbContextOptionsBuilder<SoundFoundryDb>().UseNpgsql(ConnectionString).UseSnakeCaseNamingConvention().Options);

    /// <summary>A queued job of <paramref name="quote"/> credits, granted and held.</summary>
    internal static async Task<long> QueueJobAsync(SoundFoundryDb db, CancellationToken cancellationToken, int quote = 1)
    {
        var track = new Track
        {
            UserId = UserId, Prompt = "rain", DurationSeconds = 30, HasVocals = false, StyleStrength = 0.5, Seed = 1,
        };
        db.Tracks.Add(track);
        await db.SaveChangesAsync(cancellationToken);
        var job = new Job { TrackId = track.Id, UserId = UserId, Lane = Lane.Studio, ModelsVersion = "test", QuotedCredits = quote };
        db.Jobs.Add(job);
        await db.SaveChangesAsync(cancellationToken);
        db.Outbox.Add(new OutboxMessage { JobId = job.Id, UserId = UserId, Lane = Lane.Studio });
        await db.SaveChangesAsync(cancellationToken);
        await db.GrantAsync(UserId, quote, cancellationToken);
        (await db.HoldAsync(UserId, job.Id, quote, cancellationToken)).ShouldBeTrue();
        db.ChangeTracker.Clear();
        return job.Id;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
