namespace SoundFoundry.Api.SignIn;

/// <summary>The one link by which the owner's account is made. Only the newest counts, and none once there is an operator.</summary>
internal sealed class SetUpLink
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>SHA-256 of the random number in it.</summary>
    public required byte[] Hash { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}
