using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SoundFoundry.Api.SignIn;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(i => i.Note).HasMaxLength(200);
        invitation.Property(i => i.CreatedAt).HasDefaultValueSql("now()");
        invitation.HasIndex(i => i.Hash).IsUnique();
    }
}
