using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SoundFoundry.Worker;

namespace SoundFoundry.Tests.Stack;

/// <summary>The real worker, in this process.</summary>
internal sealed class WorkerHost(IReadOnlyDictionary<string, string> settings) : WebApplicationFactory<WorkerOptions>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(settings.GetValueOrDefault("ENVIRONMENT", "Production"));
        builder.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }
}
