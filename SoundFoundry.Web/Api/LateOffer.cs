namespace SoundFoundry.Web.Api;

/// <summary>What a provider finished after its job had ended, and what can still be taken.</summary>
/// <param name="Credits">What taking it costs.</param>
public sealed record LateOffer(long Id, string Provider, string Model, int Credits, double DurationS, string AudioUrl);
