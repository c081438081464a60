using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SoundFoundry.Core.Providers;

internal sealed class ProviderCallConfiguration : IEntityTypeConfiguration<ProviderCall>
{
    public void Configure(EntityTypeBuilder<ProviderCall> call)
    {
        call.ToTable("provider_calls");
        call.Property(c => c.Provider).HasMaxLength(50);
        call.Property(c => c.DeliveryId).HasMaxLength(200);
        call.Property(c => c.RequestId).HasMaxLength(200);
        call.Property(c => c.ReceivedAt).HasDefaultValueSql("now()");
        call.HasIndex(c => new { c.Provider, c.DeliveryId }).IsUnique();
        call.HasIndex(c => c.Id).HasFilter("handled_at IS NULL").HasDatabaseName("ix_provider_calls_waiting");
    }
}
