using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.SignIn;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Api.Migrate;

/// <summary>Run once before the services: brings the schema up, makes the audio store ready and the local owner exist.
/// May be run again at any time; EF Core's lock keeps two runs apart.</summary>
internal static partial class MigrateCommand
{
    public const string Argument = "migrate";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private const long OwnersGrant = 1_000_000;

    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var logger = scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MigrateCommand));
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        await MigrateAsync(db, cancellationToken);
        await MigrateAsync(scope.ServiceProvider.GetRequiredService<IdentityDb>(), cancellationToken);
        await MakeOwnerAsync(db, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IAudioStore>().PrepareAsync(cancellationToken);
        Log.Ready(logger);
        if (scope.ServiceProvider.GetService<SetUp>() is { } setUp) await OfferSetUpAsync(setUp, scope.ServiceProvider, logger, cancellationToken);
        return 0;
    }

    private static async Task MigrateAsync(DbContext db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(Patience);
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken)) await creator.CreateAsync(cancellationToken);
        // Without it the first question to a new database is an error in the server's log.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task MakeOwnerAsync(SoundFoundryDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var made = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO users (id, name) OVERRIDING SYSTEM VALUE VALUES ({User.LocalOwnerId}, 'local') ON CONFLICT (id) DO NOTHING",
            cancellationToken);
        if (made == 0) return;

        await db.Database.ExecuteSqlAsync($"SELECT setval(pg_get_serial_sequence('users', 'id'), {User.LocalOwnerId})", cancellationToken);
        db.Accounts.Add(new Account { UserId = User.LocalOwnerId });
        await db.SaveChangesAsync(cancellationToken);
        await db.GrantAsync(User.LocalOwnerId, OwnersGrant, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task OfferSetUpAsync(SetUp setUp, IServiceProvider services, ILogger logger, CancellationToken cancellationToken)
    {
        if (!await setUp.IsNeededAsync(cancellationToken)) return;
        var token = await setUp.RenewAsync(cancellationToken);
        Log.SetUp(logger, services.GetRequiredService<PageLinks>().To($"set-up?token={token}"), SetUp.Lifetime.TotalHours);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1003, Level = LogLevel.Warning,
            Message = "Nobody can sign in yet. Open {Link} to make the owner's account; the link is good once, for {Hours} hours.")]
        public static partial void SetUp(ILogger logger, Uri link, double hours);

        [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "Database schema and audio store are ready.")]
        public static partial void Ready(ILogger logger);
    }
}
