namespace SoundFoundry.Worker.Providers.Remote.Http;

/// <summary>A name led to an address that is not public, so nothing was connected.</summary>
internal sealed class AddressRefusedException(string host) : IOException($"{host} does not lead to a public address.");
