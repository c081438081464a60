namespace SoundFoundry.Api.LateResults;

/// <summary>Audio that a provider finished after its job had ended without it. It costs nothing unless it is taken.</summary>
/// <param name="Credits">What taking it costs.</param>
/// <param name="DurationS">What it really lasts, in seconds.</param>
/// <param name="AudioUrl">A lasting address to listen to it before deciding; it leads to a fresh signed link.</param>
public sealed record LateOffer(long Id, string Provider, string Model, int Credits, double DurationS, string AudioUrl, DateTimeOffset FoundAt);
