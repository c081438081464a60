namespace SoundFoundry.Web.Shares;

/// <summary>A track as everybody who has its link may know it.</summary>
/// <param name="Prompt">Null unless its owner shows it; so are the lyrics.</param>
public sealed record SharedTrack(
    string Title, double DurationS, string? Provider, string? Model, DateTimeOffset CreatedAt, string? Prompt, string? Lyrics);
