using System.Net;
using System.Net.Sockets;

namespace SoundFoundry.Tests.ServiceDefaults;

/// <summary>Takes every connection and never says a word, as a stopped process does.</summary>
internal sealed class FrozenServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public FrozenServer() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();
}
