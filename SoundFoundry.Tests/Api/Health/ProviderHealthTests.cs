using System.Text.Json;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Simulator;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Tests.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Api.Health;

/// <summary>What <c>/api/health/providers</c> tells the operator of what really happened.</summary>
public sealed class ProviderHealthTests(SharedPostgres postgres) : IAsyncLifetime
{
    private const string Path = "/api/health/providers";

    private readonly RunningSimulator _simulator = new(("Simulator:Mono", "true"));
    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _simulator.InitializeAsync();

    [Fact]
    public async Task Without_keys_it_says_so_in_the_predecessor_s_shape()
    {
        await _stack.StartApiAsync(Token);

        (await _stack.Client.GetStringAsync(Path, Token)).ShouldStartWith(
            """{"fal":"not_configured","replicate":"not_configured","fal_error":null,"replicate_error":null,""");
    }

    [Fact]
    public async Task No_provider_is_asked_when_it_is_asked_and_what_nobody_tried_is_unknown()
    {
        await using var provider = new RawServer(RawAnswers.Silence);
        await _stack.StartApiAsync(Token, settings: Settings(provider.Address));

        for (var i = 0; i < 3; i++)
        {
            (await _stack.Client.GetStringAsync(Path, Token)).ShouldStartWith(
                """{"fal":"unknown","replicate":"unknown","fal_error":null,"replicate_error":null,""");
        }

        provider.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_locked_account_is_an_error_in_fal_s_words_and_no_longer_once_it_is_unlocked()
    {
        await StartAsync();
        await HealthAsync("fal", "ok");
        await _simulator.Control.SetFaultAsync("fal", "locked");
        await RenderAsync();

        var locked = await HealthAsync("fal", "error");
        locked.Text("fal_error").ShouldBe("User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.");
        locked.Text("replicate").ShouldBe("ok");
        Provider(locked, "fal").GetProperty("breaker").Text("code").ShouldBe("403");
        await _stack.Client.UntilAsync(Path, health => !Provider(health, "fal").GetProperty("probe").GetProperty("ok").GetBoolean());
        await _simulator.Control.ClearFaultsAsync();

        await HealthAsync("fal", "ok");
    }

    [Theory]
    [InlineData("fal", "Providers:FalKey", "invalid:key", "fal refused the key (401): check FAL_KEY")]
    [InlineData("replicate", "Providers:ReplicateToken", "invalid", "Replicate refused the key (401): check REPLICATE_API_TOKEN")]
    public async Task A_wrong_key_is_one_line_that_names_its_setting_in_job_and_health(string provider, string setting, string key, string line)
    {
        await StartAsync((setting, key), ("Providers:Default", provider));
        var (jobId, _) = await RenderAsync();

        (await LogAsync(jobId)).ShouldContain($"Job {jobId}: Provider {provider} failed: {line}, error_code=401");
        (await HealthAsync(provider, "error")).Text($"{provider}_error").ShouldBe(line);
    }

    [Fact]
    public async Task A_key_that_may_not_do_this_is_one_line_that_names_the_setting_and_what_is_missing()
    {
        await StartAsync();
        await HealthAsync("fal", "ok");
        await _simulator.Control.SetFaultAsync("fal", "app_forbidden");
        var (jobId, _) = await RenderAsync();

        var error = (await HealthAsync("fal", "error")).Text("fal_error");
        error.ShouldStartWith("fal refused the key (403): check FAL_KEY and its scope.");
        (await LogAsync(jobId)).ShouldContain($"Job {jobId}: Provider fal failed: {error}, error_code=403");
    }

    [Theory]
    [InlineData("not_found", "Models:fal/stable-audio-25:Endpoint")]
    [InlineData("unknown_field", "Models:")]
    public async Task A_model_that_is_gone_or_changed_is_that_model_s_error_alone(string fault, string setting)
    {
        await StartAsync();
        await HealthAsync("fal", "ok");
        await _simulator.Control.SetFaultAsync("fal", fault);
        var (jobId, _) = await RenderAsync();

        var health = await _stack.Client.UntilAsync(Path, answer => Model(answer, "fal", "stable-audio-25").Text("status") == "error");
        var error = Model(health, "fal", "stable-audio-25").Text("last_error");
        error.ShouldContain(setting);
        error.ShouldNotContain("\n");
        (await LogAsync(jobId)).ShouldContain(line => line.Contains(error, StringComparison.Ordinal));
        Model(health, "fal", "cassetteai").Text("status").ShouldBe("unknown");
        health.Text("fal").ShouldBe("ok");
        health.Text("replicate").ShouldBe("ok");
    }

    [Fact]
    public async Task A_model_s_record_counts_what_was_the_provider_s_to_do()
    {
        await StartAsync();
        await RenderAsync();
        await _simulator.Control.SetFaultAsync("fal", "render_fails", times: 1);
        await RenderAsync();
        await _simulator.Control.SetFaultAsync("fal", "content_policy", times: 1);
        var (_, refused) = await RenderAsync();
        refused.Text("status").ShouldBe("FAILED");

        var health = await _stack.Client.UntilAsync(Path, answer => Model(answer, "fal", "stable-audio-25").GetProperty("attempts").GetInt32() == 2);
        var model = Model(health, "fal", "stable-audio-25");
        model.GetProperty("success_rate").GetDouble().ShouldBe(0.5);
        model.GetProperty("render_p50_s").GetDouble().ShouldBeGreaterThan(0);
        model.GetProperty("render_p95_s").GetDouble().ShouldBeGreaterThan(0);
        Model(health, "replicate", "stable-audio-2.5").GetProperty("success_rate").GetDouble().ShouldBe(1);
        health.Text("fal").ShouldBe("ok");
    }

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private async Task StartAsync(params (string Key, string Value)[] changes)
    {
        var settings = Settings(_simulator.Address);
        foreach (var (key, value) in changes) settings[key] = value;
        await _stack.StartApiAsync(Token, settings: settings);
        _stack.StartWorker();
    }

    private async Task<(long JobId, JsonElement Job)> RenderAsync()
    {
        var (_, jobId) = await _stack.Client.CreateTrackAsync();
        return (jobId, await _stack.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED"));
    }

    private Task<JsonElement> HealthAsync(string provider, string status) =>
        _stack.Client.UntilAsync(Path, health => health.Text(provider) == status);

    private async Task<List<string>> LogAsync(long jobId) =>
        [.. (await _stack.Client.GetAsJsonAsync($"/api/jobs/{jobId}/logs")).EnumerateArray().Select(line => line.Text("message"))];

    private static JsonElement Provider(JsonElement health, string name) =>
        health.GetProperty("providers").EnumerateArray().Single(provider => provider.Text("name") == name);

    private static JsonElement Model(JsonElement health, string provider, string name) =>
        Provider(health, provider).GetProperty("models").EnumerateArray().Single(model => model.Text("model") == name);

    private static Dictionary<string, string> Settings(Uri simulator) => new()
    {
        ["ENVIRONMENT"] = "Development",
        ["Providers:Simulator"] = simulator.ToString(),
        ["Providers:FalKey"] = RunningSimulator.FalKey,
        ["Providers:ReplicateToken"] = RunningSimulator.ReplicateToken,
        ["Breakers:Cooldown"] = "00:00:01",
        ["Remote:ProbeInterval"] = "00:00:02",
    };
}
