using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Audit;

/// <summary>Which acts to tell.</summary>
public sealed record AuditChoice
{
    /// <summary>The user who did it.</summary>
    [FromQuery(Name = "actor")]
    public long? Actor { get; init; }

    /// <summary>An act, such as <c>credits.adjusted</c>, or all of one noun, such as <c>credits</c>.</summary>
    [FromQuery(Name = "act"), Text(64)]
    public string? Act { get; init; }
}
