using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SoundFoundry.Api;
using SoundFoundry.ServiceDefaults;

namespace SoundFoundry.Tests.Api.Providers;

public sealed class SimulatorRefusalTests
{
    [Fact]
    public void A_simulator_keeps_a_production_service_from_starting_with_one_line_that_says_what_to_do()
    {
        WhatStopsTheStart(Settings("Production")).ShouldBe("Providers:Simulator is for development: remove it, or set ENVIRONMENT=Development.");
    }

    [Fact]
    public void A_simulator_on_another_machine_is_refused_in_development_too()
    {
        WhatStopsTheStart(Settings("Development", simulator: "http://simulator.example:8900")).ShouldContain("must be an address of this machine");
    }

    [Fact]
    public void A_webhook_secret_that_is_none_keeps_the_service_from_starting()
    {
        var settings = Settings("Development");
        settings["Providers:ReplicateWebhookSecret"] = "r8_not_the_secret";

        WhatStopsTheStart(settings).ShouldStartWith("Providers:ReplicateWebhookSecret must be whsec_");
    }

    /// <summary>The check that every host makes before it starts; the test host itself may be gone before it can be asked why.</summary>
    private static string WhatStopsTheStart(Dictionary<string, string> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings!);
        builder.AddServiceDefaults();
        builder.AddApi();
        using var services = builder.Services.BuildServiceProvider();
        return Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate).Message;
    }

    private static Dictionary<string, string> Settings(string environment, string simulator = "http://localhost:8900") => new()
    {
        ["ENVIRONMENT"] = environment,
        ["Providers:Simulator"] = simulator,
        ["ConnectionStrings:soundfoundry"] = "Host=127.0.0.1;Port=1",
        ["ConnectionStrings:redis"] = "127.0.0.1:1,abortConnect=false",
        ["Storage:Path"] = Path.GetTempPath(),
        ["Storage:SigningKey"] = RandomNumberGenerator.GetHexString(64),
    };
}
