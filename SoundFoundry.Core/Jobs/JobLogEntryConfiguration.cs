using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SoundFoundry.Core.Jobs;

internal sealed class JobLogEntryConfiguration : IEntityTypeConfiguration<JobLogEntry>
{
    public void Configure(EntityTypeBuilder<JobLogEntry> entry)
    {
        entry.ToTable("job_log");
        entry.Property(e => e.At).HasDefaultValueSql("clock_timestamp()");
        entry.Property(e => e.Level).HasMaxLength(16);
        entry.Property(e => e.Message).HasMaxLength(2_500);
        entry.Property(e => e.Provider).HasMaxLength(50);
        entry.Property(e => e.TraceId).HasMaxLength(32);
        entry.HasOne<Job>().WithMany().HasForeignKey(e => e.JobId).OnDelete(DeleteBehavior.Cascade);
        entry.HasIndex(e => new { e.JobId, e.Id });
    }
}
