namespace SoundFoundry.Core.Network;

/// <summary>A name led to an address that is not public, so nothing was connected.</summary>
public sealed class AddressRefusedException(string host) : IOException($"{host} does not lead to a public address.");
