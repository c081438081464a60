namespace SoundFoundry.Api.Users;

/// <param name="NextCursor">Null on the last page.</param>
public sealed record UserPage(IReadOnlyList<UserResponse> Users, string? NextCursor);
