namespace SoundFoundry.Api.Paging;

/// <param name="NextCursor">Where the next page starts; null on the last.</param>
internal sealed record PageOf<T>(IReadOnlyList<T> Rows, string? NextCursor);
