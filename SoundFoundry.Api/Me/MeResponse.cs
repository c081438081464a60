namespace SoundFoundry.Api.Me;

/// <param name="Role"><c>user</c> or <c>operator</c>.</param>
/// <param name="Email">Null in local mode.</param>
/// <param name="HasPassword">False for somebody who signs in elsewhere or with a passkey only.</param>
/// <param name="SessionId">The session that asks, if it is one.</param>
public sealed record MeResponse(
    long Id, string Name, string? Email, bool EmailConfirmed, bool HasPassword, string Role, long? SessionId, DateTimeOffset CreatedAt);
