using System.Net;
using System.Net.Sockets;

namespace SoundFoundry.Core.Network;

/// <summary>Opens connections to public addresses only, and to exactly the address that was checked: a name that is
/// resolved again between the check and the connection may lead elsewhere.</summary>
/// <param name="mayBeOurs">Which hosts and ports of this machine may be connected too.</param>
public sealed class GuardedConnect(Func<DnsEndPoint, bool> mayBeOurs, ResolveName resolve, TimeProvider time)
{
    private const int AddressesTried = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ConnectAsync(target, await AllowedAsync(target, either.Token), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{target.Host} could not be reached within {Limit.TotalSeconds:0} s.");
        }
    }

    private async Task<IPAddress[]> AllowedAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await resolve(target.Host, cancellationToken);
        var allowed = addresses.Where(address => PublicAddress.Is(address) || (IPAddress.IsLoopback(address) && mayBeOurs(target)));
        return allowed.Take(AddressesTried).ToArray() is { Length: > 0 } some ? some : throw new AddressRefusedException(target.Host);
    }

    private async Task<Stream> ConnectAsync(DnsEndPoint target, IPAddress[] addresses, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            // Each address gets its share, so that a dead one (often IPv6) leaves time for the next.
            using var share = new CancellationTokenSource(Limit / addresses.Length, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, share.Token);
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[i], target.Port), either.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception failed) when (failed is SocketException or OperationCanceledException)
            {
                socket.Dispose();
                if (i == addresses.Length - 1 || cancellationToken.IsCancellationRequested) throw;
            }
        }
    }
}
