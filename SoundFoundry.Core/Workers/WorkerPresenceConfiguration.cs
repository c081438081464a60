using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SoundFoundry.Core.Workers;

internal sealed class WorkerPresenceConfiguration : IEntityTypeConfiguration<WorkerPresence>
{
    public void Configure(EntityTypeBuilder<WorkerPresence> worker)
    {
        worker.ToTable("workers");
        worker.Property(w => w.Id).HasMaxLength(200);
        worker.Property(w => w.StartedAt).HasDefaultValueSql("now()");
        worker.Property(w => w.SeenAt).HasDefaultValueSql("now()");
    }
}
