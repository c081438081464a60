using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Tracks;

/// <summary>Tracks that are asked for one by one.</summary>
public sealed record NamedTracks
{
    internal const int MostIds = 100;

    /// <summary>Track ids with commas between them: exactly those, in that order, and nothing else may be asked for.</summary>
    [FromQuery(Name = "ids"), StringLength(MostIds * 20, ErrorMessage = Messages.TooLong)]
    public string? Ids { get; init; }

    /// <summary>The named ids; null if that is no list of ids, or too long a one.</summary>
    internal IReadOnlyList<long>? ParsedIds()
    {
        var ids = new List<long>();
        foreach (var part in Ids!.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ids.Count == MostIds || !long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
            ids.Add(id);
        }

        return [.. ids.Distinct()];
    }
}
