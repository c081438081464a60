using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SoundFoundry.Tests.Servers;

internal static class LoopbackPort
{
    /// <summary>How often to draw: between drawing a port and listening on it somebody else may take it, also an outgoing connection where
    /// the system's range for these begins low.</summary>
    public const int Draws = 3;

    /// <summary>A port of 127.0.0.1 that nobody listens on.</summary>
    /// <remarks>Below the range that outgoing connections are given: while a server is stopped, nothing else may come to sit
    /// on its port, and a client that keeps trying it may not connect to itself.</remarks>
    public static int Free()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Someone sits there: draw again.
            }
        }
    }
}
