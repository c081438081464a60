using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Core.Tracks;

internal sealed class TrackConfiguration : IEntityTypeConfiguration<Track>
{
    public void Configure(EntityTypeBuilder<Track> track)
    {
        track.ToTable("tracks");
        track.Property(t => t.Title).HasMaxLength(TrackLimits.Title);
        track.Property(t => t.Prompt).HasMaxLength(TrackLimits.Prompt);
        track.Property(t => t.Lyrics).HasMaxLength(TrackLimits.Lyrics);
        track.Property(t => t.NegativePrompt).HasMaxLength(TrackLimits.NegativePrompt);
        track.Property(t => t.DurationSeconds).HasColumnName("duration_s");
        track.Property(t => t.CreatedAt).HasDefaultValueSql("now()");
        track.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Restrict);
        track.HasIndex(t => new { t.UserId, t.Id }).IsDescending(false, true);
    }
}
