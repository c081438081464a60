using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Paging;

/// <summary>Which page of a list, and how long.</summary>
public sealed record PageQuery
{
    private const int DefaultSize = 50;

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Range(1, 100, ErrorMessage = Messages.Range)]
    public int? Limit { get; init; }

    internal int Size => Limit ?? DefaultSize;
}
