using System.Net;

namespace SoundFoundry.Core.Network;

/// <summary>The addresses that a name, or an address in words, leads to.</summary>
public delegate Task<IPAddress[]> ResolveName(string host, CancellationToken cancellationToken);
