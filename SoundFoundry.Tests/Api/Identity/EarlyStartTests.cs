using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SoundFoundry.Tests.Security;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Identity;

/// <summary>Where nobody holds it back, the Api starts while the migrations are still to come.</summary>
public sealed class EarlyStartTests(SharedPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_Api_that_waits_for_its_schema_does_not_ask_for_what_is_not_there()
    {
        using var logs = new CollectedLogs();
        using var audio = new ServerFolder("audio");
        await using var redis = await RedisServer.StartAsync(Stop);
        await using var host = new ApiHost(new Dictionary<string, string>
        {
            ["Auth:Mode"] = "Accounts",
            ["ConnectionStrings:soundfoundry"] = await postgres.CreateDatabaseAsync(Stop),
            ["ConnectionStrings:redis"] = redis.ConnectionString,
            ["Storage:Path"] = audio.Path,
            ["Storage:SigningKey"] = RandomNumberGenerator.GetHexString(64),
        });
        await using var api = host.WithWebHostBuilder(web => web.ConfigureLogging(logging => logging.AddProvider(logs)));

        using var alive = await api.CreateClient().GetAsync("/alive", Stop);

        alive.EnsureSuccessStatusCode();
        logs.Lines.Where(line => line.Contains("data_protection_keys", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
