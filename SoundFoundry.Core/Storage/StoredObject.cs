namespace SoundFoundry.Core.Storage;

/// <summary>An entry of a listing.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="StoredAt">When it was put there, by the store's own clock; see <see cref="StoreClock"/>.</param>
public sealed record StoredObject(string Key, long Bytes, DateTimeOffset StoredAt);
