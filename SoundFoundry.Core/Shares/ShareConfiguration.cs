using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Core.Shares;

internal sealed class ShareConfiguration : IEntityTypeConfiguration<Share>
{
    public void Configure(EntityTypeBuilder<Share> share)
    {
        share.ToTable("shares");
        share.Property(s => s.Token).HasMaxLength(ShareLimits.Token);
        share.Property(s => s.Plays).HasDefaultValue(0L);
        share.Property(s => s.CreatedAt).HasDefaultValueSql("now()");
        share.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
        share.HasOne<Track>().WithMany().HasForeignKey(s => s.TrackId).OnDelete(DeleteBehavior.Cascade);
        share.HasIndex(s => s.TrackId).IsUnique();
        share.HasIndex(s => s.Token).IsUnique();
    }
}
