using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SoundFoundry.AppHost.Embedded;

internal static class Ports
{
    /// <summary>A port that nobody listens on.</summary>
    /// <remarks>Below the range that outgoing connections are given: while a crashed server is down, a client that keeps trying
    /// its port must not get that very port for its own end, and so keep the server out.</remarks>
    public static int Free()
    {
        int port;
        do port = RandomNumberGenerator.GetInt32(20_000, 32_000);
        while (IsTaken(port));
        return port;
    }

    public static bool IsTaken(int port)
    {
        IPAddress[] loopback = Socket.OSSupportsIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];
        return loopback.Any(address => !CanListen(address, port));
    }

    private static bool CanListen(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException refused)
        {
            // An address this machine does not have (no IPv6 loopback) is nobody's.
            return refused.SocketErrorCode != SocketError.AddressAlreadyInUse && refused.SocketErrorCode != SocketError.AccessDenied;
        }
    }
}
