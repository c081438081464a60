using System.Net;
using Npgsql;
using SoundFoundry.Tests.Servers;
using StackExchange.Redis;

namespace SoundFoundry.Tests.AppHost.Embedded;

public sealed class EngineLifeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task Everything_runs_and_answers_and_a_restart_continues_with_all_data()
    {
        using var folder = new ServerFolder("engine");
        await using (var engine = await RunningEngine.StartAsync(folder.Path, "--workers", "2"))
        {
            await engine.ReadyAsync(Token);
            using var http = new HttpClient();
            foreach (var port in new[] { engine.ApiPort, engine.WebPort })
                (await http.GetAsync($"http://localhost:{port}/health", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
            engine.Lines.ShouldContain(line => line.StartsWith("worker-2 ", StringComparison.Ordinal));

            await using var database = NpgsqlDataSource.Create(await StoreAddress.PostgresAsync(engine, folder.Path, Token));
            await using var create = database.CreateCommand("CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");
            await create.ExecuteNonQueryAsync(Token);
            await using var redis = await ConnectionMultiplexer.ConnectAsync(await StoreAddress.RedisAsync(engine, folder.Path, Token));
            await redis.GetDatabase().StringSetAsync("kept", "still here");
            (await redis.GetServers()[0].ConfigGetAsync("maxmemory-policy")).ShouldHaveSingleItem().Value.ShouldBe("noeviction");

            (await engine.StopAsync(Signal.Terminate, Token)).ShouldBe(0);
            EndOrder(engine.Lines).ShouldBe(["web", "worker", "worker", "api", "redis", "postgres"]);
        }

        await using (var engine = await RunningEngine.StartAsync(folder.Path))
        {
            await engine.ReadyAsync(Token);
            await using var database = NpgsqlDataSource.Create(await StoreAddress.PostgresAsync(engine, folder.Path, Token));
            await using var read = database.CreateCommand("SELECT word FROM kept");
            (await read.ExecuteScalarAsync(Token)).ShouldBe("still here");
            await using var redis = await ConnectionMultiplexer.ConnectAsync(await StoreAddress.RedisAsync(engine, folder.Path, Token));
            ((string?)await redis.GetDatabase().StringGetAsync("kept")).ShouldBe("still here");
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task A_service_that_is_killed_starts_again()
    {
        using var folder = new ServerFolder("engine");
        await using var engine = await RunningEngine.StartAsync(folder.Path);
        await engine.ReadyAsync(Token);
        foreach (var program in new[] { "SoundFoundry.Api.dll", "postgres", "redis-server" })
        {
            var before = await ProcessTree.BelowAsync(engine.ProcessId, Token);
            var victim = before.First(process => process.Value.Contains(program, StringComparison.Ordinal)).Key;
            ProcessTree.Send(victim, Signal.Kill);
            await engine.LineAsync("starts again in", Token);
        }

        using var http = new HttpClient();
        while (!await HealthyAsync(http, $"http://localhost:{engine.ApiPort}/health")) Token.ThrowIfCancellationRequested();
    }

    [Fact(Timeout = 180_000)]
    public async Task An_engine_that_is_stopped_while_it_starts_ends_in_good_order()
    {
        using var folder = new ServerFolder("engine");
        await using var engine = await RunningEngine.StartAsync(folder.Path);
        await engine.LineAsync("database system is ready", Token);

        (await engine.StopAsync(Signal.Terminate, Token)).ShouldBe(0);

        engine.Lines.ShouldNotContain(line => line.Contains("can't run", StringComparison.Ordinal));
    }

    [Fact(Timeout = 180_000)]
    public async Task A_killed_engine_leaves_no_process_behind()
    {
        using var folder = new ServerFolder("engine");
        await using var engine = await RunningEngine.StartAsync(folder.Path);
        await engine.ReadyAsync(Token);
        var family = await ProcessTree.BelowAsync(engine.ProcessId, Token);
        family.Values.ShouldContain(command => command.Contains("SoundFoundry.Worker.dll", StringComparison.Ordinal));
        family.Values.ShouldContain(command => command.Contains("checkpointer", StringComparison.Ordinal));

        ProcessTree.Send(engine.ProcessId, Signal.Kill);

        (await ProcessTree.SurvivorsAsync(family, Token)).ShouldBeEmpty();
    }

    [Fact(Timeout = 180_000)]
    public async Task Killing_dotnet_run_above_the_engine_leaves_no_process_behind()
    {
        using var folder = new ServerFolder("engine");
        string[] run = ["dotnet", "run", "--no-build", "--project", AppHostProgram.Project, "--configuration", AppHostProgram.Configuration, "--"];
        var sameEngine = new Dictionary<string, string> { ["UseAspire"] = "false" };
        await using var engine = await RunningEngine.StartAsync(run, folder.Path, [], sameEngine);
        await engine.ReadyAsync(Token);
        var family = await ProcessTree.BelowAsync(engine.ProcessId, Token);
        family.Values.ShouldContain(command => command.Contains("SoundFoundry.Worker.dll", StringComparison.Ordinal));

        ProcessTree.Send(engine.ProcessId, Signal.Kill);

        (await ProcessTree.SurvivorsAsync(family, Token)).ShouldBeEmpty();
    }

    /// <summary>What ended, in the order in which it did.</summary>
    private static IEnumerable<string> EndOrder(IEnumerable<string> lines) =>
        from line in lines
        where line.StartsWith("engine", StringComparison.Ordinal) && line.EndsWith(" has ended.", StringComparison.Ordinal)
        select line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].Split('-')[0];

    private static async Task<bool> HealthyAsync(HttpClient http, string url)
    {
        try
        {
            using var response = await http.GetAsync(url, Token);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
