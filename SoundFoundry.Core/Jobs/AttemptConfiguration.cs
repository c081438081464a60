using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Jobs;

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("attempts");
        attempt.Property(a => a.Provider).HasMaxLength(50);
        attempt.Property(a => a.Model).HasMaxLength(200);
        attempt.Property(a => a.RequestId).HasMaxLength(200);
        attempt.Property(a => a.Outcome).HasConversion(new UpperCaseEnum<AttemptOutcome>()).HasMaxLength(16);
        attempt.Property(a => a.ErrorCode).HasMaxLength(50);
        attempt.Property(a => a.Error).HasMaxLength(2_000);
        attempt.Property(a => a.StartedAt).HasDefaultValueSql("now()");
        attempt.HasOne<Job>().WithMany().HasForeignKey(a => a.JobId).OnDelete(DeleteBehavior.Cascade);
        attempt.HasIndex(a => new { a.JobId, a.Fence, a.Number }).IsUnique();
    }
}
