using Microsoft.EntityFrameworkCore;
using Npgsql;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Bench.Fairness;

/// <summary>A user beside the local owner, who has no way in yet: his jobs are written as Api writes them, in one transaction.</summary>
internal static class SecondUser
{
    public const long Id = 2;

    public static async Task AppearAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var db = Open(database);
        db.Users.Add(new User { Id = Id, Name = "second" });
        db.Accounts.Add(new Account { UserId = Id });
        await db.SaveChangesAsync(cancellationToken);
    }

    public static async Task<long> PlaceAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var db = Open(database);
        var other = await db.Jobs.AsNoTracking().FirstAsync(cancellationToken);
        var theirs = await db.Tracks.AsNoTracking().SingleAsync(track => track.Id == other.TrackId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var track = new Track
        {
            UserId = Id, Prompt = theirs.Prompt, DurationSeconds = theirs.DurationSeconds, HasVocals = theirs.HasVocals,
            StyleStrength = theirs.StyleStrength, Seed = theirs.Seed,
        };
        db.Tracks.Add(track);
        await db.SaveChangesAsync(cancellationToken);
        var job = new Job
        {
            TrackId = track.Id, UserId = Id, Lane = other.Lane, ModelsVersion = other.ModelsVersion, QuotedCredits = other.QuotedCredits,
            FirstProvider = other.FirstProvider,
        };
        db.Jobs.Add(job);
        await db.SaveChangesAsync(cancellationToken);
        db.Outbox.Add(new OutboxMessage { JobId = job.Id, UserId = Id, Lane = job.Lane });
        await db.SaveChangesAsync(cancellationToken);
        await db.GrantAsync(Id, job.QuotedCredits, cancellationToken);
        await db.HoldAsync(Id, job.Id, job.QuotedCredits, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return job.Id;
    }

    private static SoundFoundryDb Open(NpgsqlDataSource database) =>
        new(new DbContextOptionsBuilder<SoundFoundryDb>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options);
}
