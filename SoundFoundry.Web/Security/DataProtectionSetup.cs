using Microsoft.AspNetCore.DataProtection;

namespace SoundFoundry.Web.Security;

internal static class DataProtectionSetup
{
    /// <summary>A page that one replica made may open its circuit at another only if both have the same keys.</summary>
    public static void AddSharedDataProtection(this IHostApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("SoundFoundry.Web");
        if (builder.Configuration.GetSection(WebOptions.Section).Get<WebOptions>()?.KeyFolder is { Length: > 0 } folder)
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
    }
}
