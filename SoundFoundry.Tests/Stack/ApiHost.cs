using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SoundFoundry.Api;

namespace SoundFoundry.Tests.Stack;

/// <summary>The real Api on a real port of this machine.</summary>
internal sealed class ApiHost(IReadOnlyDictionary<string, string> settings) : WebApplicationFactory<ApiOptions>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(settings.GetValueOrDefault("ENVIRONMENT", "Production"));
        builder.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }
}
