using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SoundFoundry.Worker;

namespace SoundFoundry.Tests.Stack;

/// <summary>The real worker, in this process.</summary>
/// <param name="replace">Puts in what this machine can't be for a test.</param>
internal sealed class WorkerHost(IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? replace = null) : WebApplicationFactory<WorkerOptions>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(settings.GetValueOrDefault("ENVIRONMENT", "Production"));
        builder.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        if (replace is not null) builder.ConfigureTestServices(replace);
    }
}
