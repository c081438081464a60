using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Credits;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("ledger");
        entry.Property(e => e.Kind).HasConversion(new UpperCaseEnum<LedgerKind>()).HasMaxLength(16);
        entry.Property(e => e.Reason).HasMaxLength(500);
        entry.Property(e => e.Reference).HasMaxLength(200);
        entry.Property(e => e.At).HasDefaultValueSql("now()");
        entry.HasOne<Account>().WithMany().HasForeignKey(e => e.UserId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Job>().WithMany().HasForeignKey(e => e.JobId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.UserId, e.Id });
        entry.HasIndex(e => e.JobId).IsUnique().HasFilter("kind = 'HOLD'").HasDatabaseName("ux_ledger_one_hold");
        entry.HasIndex(e => e.JobId).IsUnique().HasFilter("kind IN ('SETTLE', 'RELEASE')").HasDatabaseName("ux_ledger_one_ending");
        entry.HasIndex(e => new { e.UserId, e.Reference }).IsUnique().HasFilter("kind = 'ALLOWANCE'").HasDatabaseName("ux_ledger_one_allowance");
        entry.HasIndex(e => e.Reference).IsUnique().HasFilter("kind = 'PURCHASE'").HasDatabaseName("ux_ledger_one_purchase");
    }
}
