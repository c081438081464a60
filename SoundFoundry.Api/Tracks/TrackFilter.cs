using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

/// <summary>Which tracks to list, and in which order.</summary>
public sealed record TrackFilter
{
    /// <summary>Words of the title or the prompt.</summary>
    [FromQuery(Name = "q"), Text(TrackLimits.Title)]
    public string? Q { get; init; }

    [FromQuery(Name = "status"), AllowedValues(null, "QUEUED", "RENDERING", "COMPLETE", "FAILED", "CANCELED", ErrorMessage = Messages.NoSuchStatus)]
    public string? Status { get; init; }

    [FromQuery(Name = "favorite")]
    public bool? Favorite { get; init; }

    [FromQuery(Name = "vocals")]
    public bool? Vocals { get; init; }

    /// <summary>Who made it, such as <c>fal</c>.</summary>
    [FromQuery(Name = "provider"), Text(50)]
    public string? Provider { get; init; }

    /// <summary>One of its tags, spelled the same.</summary>
    [FromQuery(Name = "tag"), Text(TrackLimits.Tag)]
    public string? Tag { get; init; }

    /// <summary>What is in this playlist.</summary>
    [FromQuery(Name = "playlist")]
    public long? Playlist { get; init; }

    [FromQuery(Name = "sort"), AllowedValues(null, "newest", "oldest", "title", "longest", "shortest", ErrorMessage = Messages.NoSuchSort)]
    public string? Sort { get; init; }

    internal JobStatus? ParsedStatus => Status is null ? null : Enum.Parse<JobStatus>(Status, ignoreCase: true);

    internal TrackSort ParsedSort => Sort is null ? TrackSort.Newest : Enum.Parse<TrackSort>(Sort, ignoreCase: true);

    internal bool IsEmpty => this == new TrackFilter();
}
