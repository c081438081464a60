namespace SoundFoundry.Api.Users;

internal sealed record UserRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    public required bool EmailConfirmed { get; init; }

    public required bool IsOperator { get; init; }

    public DateTimeOffset? SuspendedAt { get; init; }

    public required long Credits { get; init; }

    public required long Tracks { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
