namespace SoundFoundry.Core.Shares;

/// <summary>A link under which anybody can hear one track. Revoking removes the row.</summary>
public sealed class Share
{
    public long Id { get; init; }

    public required long UserId { get; init; }

    /// <summary>A track has one share at most.</summary>
    public required long TrackId { get; init; }

    /// <summary>The secret part of the link: 256 random bits. Kept as it is, since its owner is shown the link again.</summary>
    public required string Token { get; init; }

    /// <summary>Whether the words the track was made from are told too.</summary>
    public required bool ShowPrompt { get; set; }

    /// <summary>How often its audio was asked for from the start.</summary>
    public long Plays { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
