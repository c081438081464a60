using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SoundFoundry.Core.Providers;

internal sealed class ProviderCallbackConfiguration : IEntityTypeConfiguration<ProviderCallback>
{
    public void Configure(EntityTypeBuilder<ProviderCallback> call)
    {
        call.ToTable("provider_callbacks");
        call.Property(c => c.Provider).HasMaxLength(50);
        call.Property(c => c.DeliveryId).HasMaxLength(200);
        call.Property(c => c.RequestId).HasMaxLength(200);
        call.Property(c => c.ReceivedAt).HasDefaultValueSql("now()");
        call.HasIndex(c => new { c.Provider, c.DeliveryId }).IsUnique();
        call.HasIndex(c => c.Id).HasFilter("handled_at IS NULL").HasDatabaseName("ix_provider_callbacks_waiting");
    }
}
