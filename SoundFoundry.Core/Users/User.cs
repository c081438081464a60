namespace SoundFoundry.Core.Users;

public sealed class User
{
    /// <summary>The one user of local mode, made by the migration run.</summary>
    public const long LocalOwnerId = 1;

    public long Id { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
