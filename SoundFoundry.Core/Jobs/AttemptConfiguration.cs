using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Core.Jobs;

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("attempts");
        attempt.Property(a => a.Provider).HasMaxLength(50);
        attempt.Property(a => a.Model).HasMaxLength(200);
        attempt.Property(a => a.RequestId).HasMaxLength(200);
        attempt.Property(a => a.Token).HasDefaultValueSql("gen_random_uuid()");
        attempt.Property(a => a.Handle).HasColumnType("jsonb").HasConversion(
            handle => JsonSerializer.Serialize(handle, JsonSerializerOptions.Web),
            json => JsonSerializer.Deserialize<RemoteHandle>(json, JsonSerializerOptions.Web));
        attempt.Property(a => a.ErrorClass).HasConversion(new UpperCaseEnum<FailureClass>()).HasMaxLength(16);
        attempt.Property(a => a.Outcome).HasConversion(new UpperCaseEnum<AttemptOutcome>()).HasMaxLength(16);
        attempt.Property(a => a.ErrorCode).HasMaxLength(50);
        attempt.Property(a => a.Error).HasMaxLength(2_000);
        attempt.Property(a => a.Submits).HasDefaultValue(0);
        attempt.Property(a => a.AwaitsAnswer).HasDefaultValue(false);
        attempt.Property(a => a.ExpectedUsdMicros).HasDefaultValue(0L);
        attempt.Property(a => a.StartedAt).HasDefaultValueSql("now()");
        attempt.HasOne<Job>().WithMany().HasForeignKey(a => a.JobId).OnDelete(DeleteBehavior.Cascade);
        attempt.HasIndex(a => new { a.JobId, a.Fence, a.Number }).IsUnique();
        attempt.HasIndex(a => a.Token).IsUnique();
        attempt.HasIndex(a => new { a.Provider, a.RequestId }).IsUnique().HasFilter("request_id IS NOT NULL");
        attempt.HasIndex(a => a.StartedAt);
        attempt.HasIndex(a => a.Provider).HasFilter("reconciled_at IS NULL AND outcome IN ('UNKNOWN', 'ABANDONED')")
            .HasDatabaseName("ix_attempts_unreconciled");
    }
}
