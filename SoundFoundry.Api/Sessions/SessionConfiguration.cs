using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Sessions;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public const int UserAgentLength = 300;

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.CreatedAt).HasDefaultValueSql("now()");
        session.Property(s => s.SeenAt).HasDefaultValueSql("now()");
        session.Property(s => s.Address).HasMaxLength(64);
        session.Property(s => s.UserAgent).HasMaxLength(UserAgentLength);
        session.HasIndex(s => s.Hash).IsUnique();
        session.HasIndex(s => s.ExpiresAt);
        session.HasOne<Member>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
