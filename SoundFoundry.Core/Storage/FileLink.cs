namespace SoundFoundry.Core.Storage;

/// <summary>What a link of ours claims; good only if <see cref="FileLinks.Verify"/> says so.</summary>
/// <param name="Expires">Unix seconds.</param>
public sealed record FileLink(string Key, long Expires, string? Name, string Signature);
