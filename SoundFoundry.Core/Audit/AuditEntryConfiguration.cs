using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SoundFoundry.Core.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_log");
        entry.Property(e => e.At).HasDefaultValueSql("now()");
        entry.Property(e => e.Act).HasMaxLength(64);
        entry.Property(e => e.Subject).HasMaxLength(200);
        entry.Property(e => e.Address).HasMaxLength(64);
        entry.Property(e => e.Detail).HasMaxLength(1000);
        entry.HasIndex(e => new { e.ActorId, e.Id });
    }
}
