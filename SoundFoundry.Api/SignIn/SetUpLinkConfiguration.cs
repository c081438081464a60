using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SoundFoundry.Api.SignIn;

internal sealed class SetUpLinkConfiguration : IEntityTypeConfiguration<SetUpLink>
{
    public void Configure(EntityTypeBuilder<SetUpLink> link)
    {
        link.ToTable("set_up_links");
        link.Property(l => l.Id).ValueGeneratedNever();
    }
}
