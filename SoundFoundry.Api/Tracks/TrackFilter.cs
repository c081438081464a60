using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

/// <summary>What to list, and from where on.</summary>
public sealed record TrackFilter
{
    /// <summary>Words of the title or the prompt.</summary>
    [FromQuery(Name = "q"), Text(TrackLimits.Title)]
    public string? Q { get; init; }

    [FromQuery(Name = "status"), AllowedValues(null, "QUEUED", "RENDERING", "COMPLETE", "FAILED", "CANCELED", ErrorMessage = Messages.NoSuchStatus)]
    public string? Status { get; init; }

    [FromQuery(Name = "favorite")]
    public bool? Favorite { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Range(1, 100, ErrorMessage = Messages.Range)]
    public int? Limit { get; init; }

    internal JobStatus? ParsedStatus => Status is null ? null : Enum.Parse<JobStatus>(Status, ignoreCase: true);
}
