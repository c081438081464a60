namespace SoundFoundry.Bench.Systems;

/// <summary>Who sends the requests.</summary>
/// <param name="Credential">A header that each request carries; null for somebody who shows none.</param>
/// <param name="RenewAsync">Makes the credential good again: among the requests are some that end sessions and revoke keys.</param>
internal sealed record Visitor(string Name, (string Name, string Value)? Credential, Func<CancellationToken, Task>? RenewAsync = null);
