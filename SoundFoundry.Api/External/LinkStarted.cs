namespace SoundFoundry.Api.External;

/// <param name="Url">Where the browser goes next: the provider, which sends it back here.</param>
public sealed record LinkStarted(string Url);
