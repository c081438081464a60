using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SoundFoundry.ServiceDefaults;

namespace SoundFoundry.Tests.ServiceDefaults;

public sealed class EnvironmentTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData(null)]
    public async Task ENVIRONMENT_decides_what_every_part_of_a_service_takes_its_environment_for(string? environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection([new("ENVIRONMENT", environment)]);
        builder.AddServiceDefaults();
        await using var app = builder.Build();

        string[] seen =
        [
            builder.Environment.EnvironmentName, app.Environment.EnvironmentName,
            app.Services.GetRequiredService<IHostEnvironment>().EnvironmentName,
            app.Services.GetRequiredService<IWebHostEnvironment>().EnvironmentName,
        ];

        seen.ShouldAllBe(name => name == (environment ?? Environments.Production));
    }
}
