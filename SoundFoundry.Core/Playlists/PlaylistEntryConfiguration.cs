using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Core.Playlists;

internal sealed class PlaylistEntryConfiguration : IEntityTypeConfiguration<PlaylistEntry>
{
    public void Configure(EntityTypeBuilder<PlaylistEntry> entry)
    {
        entry.ToTable("playlist_entries");
        entry.HasKey(e => new { e.PlaylistId, e.TrackId });
        entry.HasOne<Playlist>().WithMany().HasForeignKey(e => e.PlaylistId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<Track>().WithMany().HasForeignKey(e => e.TrackId).OnDelete(DeleteBehavior.Cascade);
        entry.HasIndex(e => new { e.PlaylistId, e.Position });
    }
}
