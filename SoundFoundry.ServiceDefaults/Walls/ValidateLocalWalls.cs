using Microsoft.Extensions.Options;

namespace SoundFoundry.ServiceDefaults.Walls;

internal sealed class ValidateLocalWalls : IValidateOptions<LocalWallsOptions>
{
    public ValidateOptionsResult Validate(string? name, LocalWallsOptions options)
    {
        var errors = options.Hosts.Where(host => Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown)
            .Select(host => $"Walls:Hosts: \"{host}\" is not a host name. "
                + "Give the bare name, such as music.example, without scheme and port.")
            .Concat(options.Origins.Where(origin => !IsOrigin(origin))
                .Select(origin => $"Walls:Origins (CORS_ORIGINS): \"{origin}\" is not an origin. "
                    + "Give scheme, host and port, such as http://localhost:5173."))
            .Concat(options.Proxies.Where(proxy => !IsProxy(proxy))
                .Select(proxy => $"Walls:Proxies: \"{proxy}\" is neither an address nor a network, or is all of them. "
                    + "Give those of the proxies alone, such as 192.0.2.7 or 10.0.0.0/8."))
            .ToList();

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsProxy(string text) => TrustedProxies.TryParse(text, out var network) && network.PrefixLength > 0;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
}
