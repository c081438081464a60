namespace SoundFoundry.Api.Sessions;

/// <param name="Current">Whether it is the one that asks.</param>
public sealed record SessionResponse(
    long Id, bool Current, string? Address, string? UserAgent, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt)
{
    internal static SessionResponse From(Session row, long? current) =>
        new(row.Id, row.Id == current, row.Address, row.UserAgent, row.CreatedAt, row.SeenAt, row.ExpiresAt);
}
