using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Models;

/// <summary>How many characters a model takes in one of its text fields.</summary>
public sealed class TextLength
{
    [Range(0, 100_000)]
    public int Min { get; init; }

    [Range(1, 100_000)]
    public int Max { get; init; } = 100_000;
}
