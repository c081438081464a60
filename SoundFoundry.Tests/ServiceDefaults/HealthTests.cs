using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoundFoundry.Core.Persistence;
using SoundFoundry.ServiceDefaults;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.ServiceDefaults;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_frozen_database_is_said_to_be_unhealthy_long_before_its_driver_gives_up()
    {
        using var frozen = new FrozenServer();
        await using var redis = await RedisServer.StartAsync(Token);
        await using var service = await StartAsync($"Host=127.0.0.1;Port={frozen.Port};Username=postgres;Timeout=60", redis.ConnectionString);
        using var http = new HttpClient { BaseAddress = new Uri(service.Urls.First()), Timeout = TimeSpan.FromSeconds(20) };

        using var health = await http.GetAsync("/health", Token);
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        using var alive = await http.GetAsync("/alive", Token);
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_Redis_a_service_is_degraded_and_still_takes_requests(bool listening)
    {
        using var frozen = new FrozenServer();
        await using var postgres = await PostgresServer.StartAsync(Token);
        var port = listening ? frozen.Port : LoopbackPort.Free();
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync(Token), $"127.0.0.1:{port}");
        using var http = new HttpClient { BaseAddress = new Uri(service.Urls.First()) };
        await MigrateAsync(service);

        using var health = await http.GetAsync("/health", Token);

        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await health.Content.ReadAsStringAsync(Token)).ShouldBe("Degraded");
    }

    [Fact]
    public async Task A_service_is_not_ready_before_its_schema_is_there()
    {
        await using var postgres = await PostgresServer.StartAsync(Token);
        await using var redis = await RedisServer.StartAsync(Token);
        await using var service = await StartAsync(await postgres.CreateDatabaseAsync(Token), redis.ConnectionString);
        using var http = new HttpClient { BaseAddress = new Uri(service.Urls.First()) };

        using var before = await http.GetAsync("/health", Token);
        await MigrateAsync(service);
        using var after = await http.GetAsync("/health", Token);

        before.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task MigrateAsync(WebApplication service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SoundFoundryDb>().Database.MigrateAsync(Token);
    }

    private static async Task<WebApplication> StartAsync(string database, string redis)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            [KeyValuePair.Create("ConnectionStrings:soundfoundry", (string?)database), KeyValuePair.Create("ConnectionStrings:redis", (string?)redis)]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        builder.AddDatabase<SoundFoundryDb>("soundfoundry");
        builder.AddRedis("redis");
        var app = builder.Build();
        app.MapDefaultEndpoints();
        await app.StartAsync(Token);
        return app;
    }
}
