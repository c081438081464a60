using System.Net;
using System.Net.Sockets;

namespace SoundFoundry.ServiceDefaults.Connections;

public static class AddressPartition
{
    private const int NetworkBytes = 8;

    /// <summary>The subject that stands for an address: a whole /64 of IPv6, since that is what one subscriber is given.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }
}
