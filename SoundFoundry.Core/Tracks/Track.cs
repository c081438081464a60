namespace SoundFoundry.Core.Tracks;

/// <summary>What a person asked for. How it is being made, and what came out, is told by its current job.</summary>
public sealed class Track
{
    public long Id { get; init; }

    public required long UserId { get; init; }

    /// <summary>The current job; null only inside the transaction that makes both.</summary>
    public long? JobId { get; set; }

    public string? Title { get; set; }

    public required string Prompt { get; init; }

    public string? Lyrics { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? NegativePrompt { get; init; }

    public required double DurationSeconds { get; init; }

    public required bool HasVocals { get; init; }

    public required double StyleStrength { get; init; }

    /// <summary>Given by the user, or drawn when the track was made, so that every track can be made again.</summary>
    public required long Seed { get; init; }

    public bool Favorite { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Whether its words were erased with its user's account: no prompt that was accepted is empty.</summary>
    public bool IsErased => Prompt.Length == 0;
}
