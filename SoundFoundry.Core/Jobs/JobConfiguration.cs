using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Core.Jobs;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public const string VersionSequence = "job_version";

    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("jobs");
        job.Property(j => j.Status).HasConversion(new UpperCaseEnum<JobStatus>()).HasMaxLength(16);
        job.Property(j => j.Lane).HasConversion(new UpperCaseEnum<Lane>()).HasMaxLength(16);
        job.Property(j => j.RequestedProvider).HasMaxLength(50);
        job.Property(j => j.RequestedModel).HasMaxLength(200);
        job.Property(j => j.ModelsVersion).HasMaxLength(64);
        job.Property(j => j.FirstProvider).HasMaxLength(50);
        job.Property(j => j.Retries).HasDefaultValue(0);
        job.Property(j => j.RetryFence).HasDefaultValue(0L);
        job.Property(j => j.Provider).HasMaxLength(50);
        job.Property(j => j.Model).HasMaxLength(200);
        job.Property(j => j.Stage).HasMaxLength(50);
        job.Property(j => j.Worker).HasMaxLength(200);
        job.Property(j => j.ErrorCode).HasMaxLength(50);
        job.Property(j => j.Error).HasMaxLength(2_000);
        job.Property(j => j.TraceParent).HasMaxLength(55);
        job.Property(j => j.CreatedAt).HasDefaultValueSql("now()");
        job.Property(j => j.DeadlineAt).HasDefaultValueSql("now() + interval '1 day'");
        job.Property(j => j.Version).HasDefaultValueSql($"nextval('{VersionSequence}')");
        job.ComplexProperty(j => j.Artifact, artifact =>
        {
            artifact.Property(a => a.Key).HasMaxLength(500);
            artifact.Property(a => a.ContentType).HasMaxLength(100);
            artifact.Property(a => a.Sha256).HasMaxLength(64);
            artifact.Property(a => a.DurationSeconds).HasColumnName("artifact_duration_s");
            artifact.Property(a => a.MusicalKey).HasMaxLength(16);
        });
        job.HasOne<Track>().WithMany().HasForeignKey(j => j.TrackId).OnDelete(DeleteBehavior.Restrict);
        job.HasIndex(j => j.LeaseUntil).HasFilter("status = 'RENDERING'").HasDatabaseName("ix_jobs_rendering_lease");
        job.HasIndex(j => new { j.Lane, j.Id }).HasFilter("status = 'QUEUED'").HasDatabaseName("ix_jobs_queued");
        job.HasIndex(j => new { j.UserId, j.Version });
        job.HasIndex(j => new { j.UserId, j.StartedAt });
    }
}
