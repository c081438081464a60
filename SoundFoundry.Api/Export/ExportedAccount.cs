namespace SoundFoundry.Api.Export;

internal sealed record ExportedAccount(
    long Id, string Name, string? Email, DateTimeOffset CreatedAt, long Balance, IReadOnlyList<ExportedSession> Sessions,
    IReadOnlyList<ExportedKey> Keys, IReadOnlyList<ExportedWebhook> Webhooks);

internal sealed record ExportedWebhook(string Url, string? Description, IReadOnlyList<string> Events, DateTimeOffset CreatedAt);

internal sealed record ExportedSession(DateTimeOffset CreatedAt, DateTimeOffset SeenAt, string? Address, string? UserAgent);

internal sealed record ExportedKey(
    string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? UsedAt,
    DateTimeOffset? RevokedAt);
