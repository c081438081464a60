using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SoundFoundry.ServiceDefaults.Auth;

public static class AuthSetup
{
    /// <summary>Reads the mode for the parts of start-up that depend on it.</summary>
    /// <exception cref="InvalidOperationException">The setting names no mode.</exception>
    public static AuthMode AddAuthMode(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.Section);
        var text = builder.Configuration[$"{AuthOptions.Section}:{nameof(AuthOptions.Mode)}"];
        if (string.IsNullOrWhiteSpace(text)) return AuthMode.Local;
        if (Enum.TryParse<AuthMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode)) return mode;
        throw new InvalidOperationException($"Auth:Mode (Auth__Mode) is \"{text}\". Set Local or Accounts.");
    }
}
