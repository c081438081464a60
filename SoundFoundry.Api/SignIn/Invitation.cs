namespace SoundFoundry.Api.SignIn;

/// <summary>Lets one person register.</summary>
internal sealed class Invitation
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the random number in its link.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What the operator wrote down to remember whom it is for.</summary>
    public required string Note { get; init; }

    public required long InvitedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public long? UsedBy { get; init; }
}
