namespace SoundFoundry.Api.Tracks;

/// <summary>What a request would cost if it were made now, and with whom.</summary>
/// <param name="Credits">For all variations together.</param>
/// <param name="Balance">What the user can spend.</param>
/// <param name="Provider">Who would be asked first.</param>
public sealed record TrackQuote(long Credits, long Balance, string Provider, string Model, int PerTrack);
