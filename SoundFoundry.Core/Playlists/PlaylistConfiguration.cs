using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Core.Playlists;

internal sealed class PlaylistConfiguration : IEntityTypeConfiguration<Playlist>
{
    public void Configure(EntityTypeBuilder<Playlist> playlist)
    {
        playlist.ToTable("playlists");
        playlist.Property(p => p.Name).HasMaxLength(PlaylistLimits.Name);
        playlist.Property(p => p.CreatedAt).HasDefaultValueSql("now()");
        playlist.Property(p => p.UpdatedAt).HasDefaultValueSql("now()");
        playlist.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
        playlist.HasIndex(p => p.DeletedAt).HasFilter("deleted_at IS NOT NULL").HasDatabaseName("ix_playlists_deleted");
    }
}
