using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Tracks;

/// <summary>The same for many tracks.</summary>
public sealed record BulkChange
{
    internal const string Delete = "delete";
    internal const string Restore = "restore";
    internal const string Favorite = "favorite";
    internal const string Unfavorite = "unfavorite";
    internal const int MostIds = 500;

    [Required(ErrorMessage = Messages.Missing), AllowedValues(Delete, Restore, Favorite, Unfavorite, ErrorMessage = Messages.NoSuchAction)]
    public string? Action { get; init; }

    [Required(ErrorMessage = Messages.Missing), Length(1, MostIds, ErrorMessage = Messages.Count)]
    public IReadOnlyList<long>? Ids { get; init; }
}

/// <param name="Changed">The tracks that now are as was asked.</param>
public sealed record BulkChanged(IReadOnlyList<long> Changed, IReadOnlyList<RefusedTrack> Refused);

/// <param name="Code">Why, as a problem's code.</param>
public sealed record RefusedTrack(long Id, string Code, string Detail);
