using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SoundFoundry.Core.Providers;

internal sealed class ProviderProbeConfiguration : IEntityTypeConfiguration<ProviderProbe>
{
    public void Configure(EntityTypeBuilder<ProviderProbe> probe)
    {
        probe.ToTable("provider_probes");
        probe.HasKey(p => p.Provider);
        probe.Property(p => p.Provider).HasMaxLength(50);
        probe.Property(p => p.Code).HasMaxLength(50);
        probe.Property(p => p.Error).HasMaxLength(500);
    }
}
