using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Dispatch;

internal sealed class DispatchControlConfiguration : IEntityTypeConfiguration<DispatchControl>
{
    public void Configure(EntityTypeBuilder<DispatchControl> control)
    {
        control.ToTable("dispatch_control", table => table.HasCheckConstraint("ck_dispatch_control_one_row", "id = 1"));
        control.Property(c => c.Id).ValueGeneratedNever();
        control.Property(c => c.Mode).HasConversion(new UpperCaseEnum<DispatchMode>()).HasMaxLength(16);
        control.Property(c => c.ChangedAt).HasDefaultValueSql("now()");
        control.HasData(new { Id = DispatchControl.OnlyId, Mode = DispatchMode.Running });
    }
}
