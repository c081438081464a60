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
            .ToList();

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
}
