using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SoundFoundry.Simulator;

namespace SoundFoundry.Tests.Simulator;

/// <summary>The real simulator on a real port of this machine.</summary>
internal sealed class SimulatorHost(IReadOnlyDictionary<string, string> settings) : WebApplicationFactory<SimulatorOptions>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }
}
