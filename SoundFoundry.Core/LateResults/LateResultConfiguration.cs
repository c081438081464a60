using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Core.LateResults;

internal sealed class LateResultConfiguration : IEntityTypeConfiguration<LateResult>
{
    public void Configure(EntityTypeBuilder<LateResult> late)
    {
        late.ToTable("late_results");
        late.Property(l => l.FoundAt).HasDefaultValueSql("now()");
        late.ComplexProperty(l => l.Artifact, artifact =>
        {
            artifact.Property(a => a.Key).HasMaxLength(500);
            artifact.Property(a => a.ContentType).HasMaxLength(100);
            artifact.Property(a => a.Sha256).HasMaxLength(64);
            artifact.Property(a => a.DurationSeconds).HasColumnName("artifact_duration_s");
            artifact.Property(a => a.MusicalKey).HasMaxLength(16);
        });
        late.HasOne<Attempt>().WithOne().HasForeignKey<LateResult>(l => l.AttemptId).OnDelete(DeleteBehavior.Cascade);
        late.HasIndex(l => l.TrackId);
    }
}
