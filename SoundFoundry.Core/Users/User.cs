namespace SoundFoundry.Core.Users;

/// <summary>Whose tracks, jobs and credits they are. How the user signs in is no business of this row.</summary>
public sealed class User
{
    /// <summary>The one user of local mode, made by the migration run; in accounts mode the one who sets the service up.</summary>
    public const long LocalOwnerId = 1;

    public long Id { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the user's account was deleted. The row stays, without a name, because the ledger is never changed.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
