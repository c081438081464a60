using System.Net;
using System.Net.Sockets;

namespace SoundFoundry.AppHost.Embedded;

internal static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
