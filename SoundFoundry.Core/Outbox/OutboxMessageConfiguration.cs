using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Outbox;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox");
        message.HasKey(m => m.JobId);
        message.Property(m => m.JobId).ValueGeneratedNever();
        message.Property(m => m.Lane).HasConversion(new UpperCaseEnum<Lane>()).HasMaxLength(16);
        message.Property(m => m.AvailableAt).HasDefaultValueSql("now()");
        message.HasOne<Job>().WithOne().HasForeignKey<OutboxMessage>(m => m.JobId).OnDelete(DeleteBehavior.Cascade);
        message.HasIndex(m => new { m.Lane, m.DispatchedAt, m.AvailableAt });
    }
}
