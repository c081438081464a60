using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Workers;

/// <summary>What an operator is told of workers and providers.</summary>
public sealed class OperatorListTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _stack.StartApiAsync(Stop, settings: new Dictionary<string, string>
    {
        ["Providers:FalKey"] = "a-key",
    });

    [Fact]
    public async Task Workers_are_listed_with_what_they_are_at_and_the_dead_behind_the_living()
    {
        var (_, job) = await _stack.Client.CreateTrackAsync();
        await _stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO workers (id, studio_slots, remote_slots, started_at, seen_at)
            VALUES ('worker-1-aa@old', 1, 2, now() - interval '1 hour', now() - interval '1 minute'),
                ('worker-2-bb@new', 3, 64, now() - interval '2 hours', now() + interval '1 hour');
            UPDATE jobs SET status = 'RENDERING', lane = 'REMOTE', worker = 'worker-2-bb@new' WHERE id = {job}
            """, Stop));

        var workers = (await _stack.Client.GetAsJsonAsync("/api/admin/workers")).EnumerateArray().ToList();

        workers.Select(one => (one.GetProperty("host").GetString(), one.GetProperty("alive").GetBoolean())).ShouldBe([("new", true), ("old", false)]);
        (workers[0].GetProperty("studio_slots").GetInt32(), workers[0].GetProperty("studio_jobs").GetInt32()).ShouldBe((3, 0));
        (workers[0].GetProperty("remote_slots").GetInt32(), workers[0].GetProperty("remote_jobs").GetInt32()).ShouldBe((64, 1));
        workers[0].GetProperty("started_at").GetDateTimeOffset().ShouldBeLessThan(workers[1].GetProperty("started_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task Providers_are_listed_with_their_breakers_failures_and_what_today_cost()
    {
        var (_, job) = await _stack.Client.CreateTrackAsync();
        await _stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO attempts (job_id, fence, number, provider, model, outcome, cost_usd_micros, started_at)
            VALUES ({job}, 1, 1, 'fal', 'm', 'FAILED', 0, now()), ({job}, 1, 2, 'fal', 'm', 'SUCCEEDED', 150000, now()),
                ({job}, 2, 1, 'fal', 'm', 'UNKNOWN', 50000, now()), ({job}, 2, 2, 'fal', 'm', 'ACCEPTED', NULL, now()),
                ({job}, 3, 1, 'fal', 'm', 'FAILED', 990000, now() - interval '25 hours')
            """, Stop));
        await _stack.WithServiceAsync<IServiceProvider, bool>(async services =>
        {
            var model = services.GetRequiredService<ModelCatalog>().All.First(one => one.Provider == ProviderOptions.Fal);
            await services.GetRequiredService<Breakers>().FailedAsync(model, new Failure(FailureClass.Account, "402", "no balance"));
            return true;
        });

        var providers = (await _stack.Client.GetAsJsonAsync("/api/admin/providers")).EnumerateArray()
            .ToDictionary(one => one.GetProperty("provider").GetString()!);

        providers.Keys.ShouldBe(["fal", "replicate", "studio"]);
        var fal = providers["fal"];
        (fal.GetProperty("configured").GetBoolean(), fal.GetProperty("status").GetString()).ShouldBe((true, "error"));
        (fal.GetProperty("attempts").GetInt32(), fal.GetProperty("failures").GetInt32(), fal.GetProperty("spend_usd").GetDecimal()).ShouldBe((4, 2, 0.2m));
        var breaker = fal.GetProperty("breakers").EnumerateArray().Single();
        (breaker.GetProperty("scope").GetString(), breaker.GetProperty("state").GetString(), breaker.GetProperty("reason").GetString())
            .ShouldBe(("account", "open", "no balance"));
        breaker.GetProperty("until").GetDateTimeOffset().ShouldBeGreaterThan(breaker.GetProperty("since").GetDateTimeOffset());
        (providers["replicate"].GetProperty("configured").GetBoolean(), providers["replicate"].GetProperty("status").GetString())
            .ShouldBe((false, "not_configured"));
        (providers["studio"].GetProperty("status").GetString(), providers["studio"].GetProperty("breakers").GetArrayLength()).ShouldBe(("ok", 0));
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();
}
