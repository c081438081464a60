namespace SoundFoundry.Web.Library;

/// <summary>A library's order, all of it.</summary>
/// <param name="Truncated">Whether there are more than a page can hold.</param>
internal sealed record TrackIds(IReadOnlyList<long> Ids, bool Truncated);
