using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Renditions;

internal sealed class RenditionConfiguration : IEntityTypeConfiguration<Rendition>
{
    public void Configure(EntityTypeBuilder<Rendition> rendition)
    {
        rendition.ToTable("renditions");
        rendition.Property(r => r.Kind).HasConversion(new UpperCaseEnum<RenditionKind>()).HasMaxLength(16);
        rendition.Property(r => r.State).HasConversion(new UpperCaseEnum<RenditionState>()).HasMaxLength(16).HasDefaultValue(RenditionState.Pending);
        rendition.Property(r => r.Stamp).HasMaxLength(64);
        rendition.Property(r => r.Fence).HasDefaultValue(0L);
        rendition.Property(r => r.Attempts).HasDefaultValue(0);
        rendition.Property(r => r.Key).HasMaxLength(500);
        rendition.Property(r => r.ErrorCode).HasMaxLength(50);
        rendition.Property(r => r.Error).HasMaxLength(500);
        rendition.Property(r => r.TraceParent).HasMaxLength(55);
        rendition.Property(r => r.AskedAt).HasDefaultValueSql("now()");
        rendition.HasOne<Job>().WithMany().HasForeignKey(r => r.JobId).OnDelete(DeleteBehavior.Cascade);
        rendition.HasIndex(r => new { r.JobId, r.Kind }).IsUnique();
        rendition.HasIndex(r => r.UserId).HasFilter("state = 'PENDING'").HasDatabaseName("ix_renditions_pending");
        rendition.HasIndex(r => new { r.UserId, r.EndedAt });
        rendition.HasIndex(r => r.AskedAt).HasFilter("state = 'MADE'").HasDatabaseName("ix_renditions_made");
    }
}
