using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Audit;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Idempotency;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Playlists;
using SoundFoundry.Core.Providers;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Shares;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Core.Users;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Core.Workers;

namespace SoundFoundry.Core.Persistence;

public sealed class SoundFoundryDb(DbContextOptions<SoundFoundryDb> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<Track> Tracks => Set<Track>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<ProviderCallback> ProviderCallbacks => Set<ProviderCallback>();

    public DbSet<ProviderProbe> ProviderProbes => Set<ProviderProbe>();

    public DbSet<JobLogEntry> JobLog => Set<JobLogEntry>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<DispatchControl> DispatchControl => Set<DispatchControl>();

    public DbSet<LateResult> LateResults => Set<LateResult>();

    public DbSet<Rendition> Renditions => Set<Rendition>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<IdempotencyRecord> IdempotencyKeys => Set<IdempotencyRecord>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<Playlist> Playlists => Set<Playlist>();

    public DbSet<PlaylistEntry> PlaylistEntries => Set<PlaylistEntry>();

    public DbSet<Share> Shares => Set<Share>();

    public DbSet<WorkerPresence> Workers => Set<WorkerPresence>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasSequence<long>(JobConfiguration.VersionSequence);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SoundFoundryDb).Assembly);
    }
}
