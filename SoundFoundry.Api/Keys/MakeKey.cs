using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Keys;

public sealed record MakeKey
{
    /// <summary>What it is for.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(100, AllowBlank = false)]
    public string? Name { get; init; }

    /// <summary>Among <c>read</c>, <c>create</c> and, for operators, <c>admin</c>.</summary>
    [Required(ErrorMessage = Messages.Missing), MinLength(1, ErrorMessage = Messages.Missing), MaxLength(3, ErrorMessage = Messages.TooMany)]
    public string[]? Scopes { get; init; }

    /// <summary>Left out: it does not end by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
