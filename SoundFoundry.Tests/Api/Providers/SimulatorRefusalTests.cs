using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Providers;

public sealed class SimulatorRefusalTests
{
    [Fact]
    public async Task A_simulator_keeps_a_production_service_from_starting_with_one_line_that_says_what_to_do()
    {
        await using var api = new ApiHost(Settings("Production"));

        Should.Throw<OptionsValidationException>(api.StartServer).Message
            .ShouldBe("Providers:Simulator is for development: remove it, or set ENVIRONMENT=Development.");
    }

    [Fact]
    public async Task A_simulator_on_another_machine_is_refused_in_development_too()
    {
        await using var api = new ApiHost(Settings("Development", simulator: "http://simulator.example:8900"));

        Should.Throw<OptionsValidationException>(api.StartServer).Message.ShouldContain("must be an address of this machine");
    }

    [Fact]
    public async Task A_webhook_secret_that_is_none_keeps_the_service_from_starting()
    {
        var settings = Settings("Development");
        settings["Providers:ReplicateWebhookSecret"] = "r8_not_the_secret";
        await using var api = new ApiHost(settings);

        Should.Throw<OptionsValidationException>(api.StartServer).Message.ShouldStartWith("Providers:ReplicateWebhookSecret must be whsec_");
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
