using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Network;

namespace SoundFoundry.Core.Webhooks;

/// <summary>Where a webhook may be: on the open internet, over https, and nowhere near this installation.</summary>
/// <remarks>A name may lead elsewhere when it is connected to, so <see cref="GuardedConnect"/> looks at the addresses again then.</remarks>
public sealed class WebhookAddress(IOptions<WebhookOptions> options, ResolveName resolve)
{
    private const string NotHttps = "Must be an absolute https address.";
    private const int Https = 443;
    private const int FirstUnprivileged = 1024;
    private static readonly TimeSpan ResolveLimit = TimeSpan.FromSeconds(3);

    private static readonly string[] PrivateDomains =
        ["localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "arpa", "onion"];

    /// <returns>What is wrong with the address, for its owner; null if nothing is. A name that does not resolve and one that leads to this
    /// installation's own network get the same words, so that nobody can map that network.</returns>
    public async Task<string?> ObjectionAsync(string text, CancellationToken cancellationToken)
    {
        if (Objection(text) is { } objection) return objection;
        var host = new Uri(text).IdnHost;
        var addresses = await ResolveAsync(host, cancellationToken);
        return addresses.Length > 0 && addresses.All(IsAllowed) ? null : $"{host} does not lead to a public address.";
    }

    /// <summary>As far as the address alone tells it.</summary>
    public string? Objection(string text)
    {
        if (text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '\\')
            || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")) return NotHttps;
        if (Authority(text).Contains('@')) return "Must not contain a user name or a password.";
        if (url.Fragment.Length > 0) return "Must not have a fragment.";
        if (options.Value.AllowLoopback && url.IsLoopback) return null;
        if (url.Scheme != Uri.UriSchemeHttps) return NotHttps;
        if (url.Port is not Https and < FirstUnprivileged) return "The port must be 443, or 1024 or above.";
        return url.HostNameType switch
        {
            UriHostNameType.Dns when IsPrivateName(url.IdnHost.TrimEnd('.')) => $"{url.IdnHost} is not a public name.",
            UriHostNameType.Dns => null,
            UriHostNameType.IPv4 or UriHostNameType.IPv6 when IPAddress.TryParse(url.IdnHost, out var address) && IsAllowed(address) => null,
            _ => $"{url.IdnHost} does not lead to a public address.",
        };
    }

    /// <summary>As it is written: an empty user name is gone once the address is taken apart.</summary>
    private static ReadOnlySpan<char> Authority(string text)
    {
        var rest = text.AsSpan(text.IndexOf(':') + 1).TrimStart('/');
        return rest.IndexOfAny('/', '?', '#') is >= 0 and var end ? rest[..end] : rest;
    }

    private static bool IsPrivateName(string host) =>
        !host.Contains('.', StringComparison.Ordinal) || PrivateDomains.Contains(host[(host.LastIndexOf('.') + 1)..], StringComparer.OrdinalIgnoreCase);

    private bool IsAllowed(IPAddress address) =>
        PublicAddress.Is(address) || (options.Value.AllowLoopback && IPAddress.IsLoopback(address));

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ResolveLimit);
        try
        {
            return await resolve(host, limit.Token);
        }
        catch (Exception unresolved) when (unresolved is SocketException or ArgumentException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return [];
        }
    }
}
