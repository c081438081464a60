using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Reconciling;

/// <summary>A user cancels while no worker is there, and the provider finishes all the same.</summary>
public sealed class LateResultTests(SharedPostgres postgres)
{
    private const int Price = 20;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_told_offered_heard_and_taken_and_only_then_paid_for()
    {
        await using var providers = await StartAsync();
        var before = await CreditsAsync(providers);
        var (track, job) = await CancelWhileNobodyWorksAsync(providers);
        var told = ListenAsync(providers.Client, item => item.GetProperty("track_id").GetInt64() == track && Late(item).Count == 1);
        providers.Stack.StartWorker();

        var offer = Late((await told)!.Value).Single();
        (offer.GetProperty("provider").GetString(), offer.GetProperty("credits").GetInt32()).ShouldBe(("fal", Price));
        offer.GetProperty("duration_s").GetDouble().ShouldBe(5, 0.2);
        var audio = await providers.Client.GetByteArrayAsync(offer.GetProperty("audio_url").GetString(), Cancelled);
        (await CreditsAsync(providers)).ShouldBe(before);

        var taken = await PostAsync(providers, track, offer, "take");
        var again = await PostAsync(providers, track, offer, "take");

        taken.GetProperty("status").GetString().ShouldBe("COMPLETE");
        (taken.GetProperty("provider").GetString(), taken.GetProperty("cost_credits").GetInt32()).ShouldBe(("fal", Price));
        Late(taken).ShouldBeEmpty();
        again.GetProperty("job_id").GetInt64().ShouldBe(taken.GetProperty("job_id").GetInt64());
        (await providers.Client.GetByteArrayAsync($"/api/tracks/{track}/audio", Cancelled)).SequenceEqual(audio).ShouldBeTrue();
        (await CreditsAsync(providers)).ShouldBe(before - Price);
        (await providers.Client.GetAsJsonAsync($"/api/jobs/{job}")).GetProperty("status").GetString().ShouldBe("CANCELED");
        var attempt = (await providers.AttemptsAsync(job)).ShouldHaveSingleItem();
        (attempt.Outcome, attempt.CostUsdMicros).ShouldBe((AttemptOutcome.Succeeded, attempt.ExpectedUsdMicros));
        (await providers.LogAsync(job)).ShouldContain(line => line.Contains("fal finished this after all"));
    }

    [Fact]
    public async Task Declined_it_is_gone_and_nothing_was_paid()
    {
        await using var providers = await StartAsync();
        var before = await CreditsAsync(providers);
        var (track, _) = await CancelWhileNobodyWorksAsync(providers);
        providers.Stack.StartWorker(("Sweeping:Interval", "00:00:01"), ("Sweeping:MinAge", "00:00:00"));
        var offer = Late(await providers.Client.UntilAsync($"/api/tracks/{track}", answer => Late(answer).Count == 1)).Single();

        var declined = await PostAsync(providers, track, offer, "decline");

        Late(declined).ShouldBeEmpty();
        declined.GetProperty("status").GetString().ShouldBe("CANCELED");
        (await CreditsAsync(providers)).ShouldBe(before);
        using var audio = await providers.Client.GetAsync(offer.GetProperty("audio_url").GetString(), Cancelled);
        audio.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var take = await providers.Client.PostAsync($"/api/tracks/{track}/late/{offer.GetProperty("id")}/take", null, Cancelled);
        take.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await providers.Client.UntilAsync($"/api/tracks/{track}", _ => Stored(providers) == 0);
    }

    [Theory]
    [InlineData("download_error", 410)]
    [InlineData("silent_audio", null)]
    public async Task What_is_gone_or_worthless_is_counted_and_not_offered(string fault, int? status)
    {
        await using var providers = await StartAsync();
        await providers.Control.SetFaultAsync("fal", fault, status: status);
        var (track, job) = await CancelWhileNobodyWorksAsync(providers);
        providers.Stack.StartWorker();

        await providers.Client.UntilAsync(
            $"/api/jobs/{job}", _ => providers.AttemptsAsync(job).GetAwaiter().GetResult().Single().ReconciledAt is not null);

        var attempt = (await providers.AttemptsAsync(job)).Single();
        (attempt.Outcome, attempt.CostUsdMicros).ShouldBe((AttemptOutcome.Succeeded, attempt.ExpectedUsdMicros));
        Late(await providers.Client.GetAsJsonAsync($"/api/tracks/{track}")).ShouldBeEmpty();
        Stored(providers).ShouldBe(0);
    }

    [Fact]
    public async Task What_came_too_slowly_for_its_job_is_offered_beside_the_stand_in()
    {
        await using var providers = await StartAsync();
        await providers.Control.SetFaultAsync("fal", "status_error", times: 400, status: 500);
        var (track, job) = await providers.Client.CreateTrackAsync();
        var complete = await providers.Client.JobReachesAsync(job, "COMPLETE", "FAILED");
        complete.GetProperty("provider").GetString().ShouldBe("replicate");
        await providers.Control.ClearFaultsAsync();

        var answer = await providers.Client.UntilAsync($"/api/tracks/{track}", found => Late(found).Count == 1);

        Late(answer).Single().GetProperty("provider").GetString().ShouldBe("fal");
        (answer.GetProperty("status").GetString(), answer.GetProperty("provider").GetString()).ShouldBe(("COMPLETE", "replicate"));
    }

    private async Task<SimulatedProviders> StartAsync()
    {
        var providers = new SimulatedProviders(postgres, "fal", ("Worker:StopGrace", "00:00:00"));
        await providers.InitializeAsync();
        return providers;
    }

    private static async Task<(long TrackId, long JobId)> CancelWhileNobodyWorksAsync(SimulatedProviders providers)
    {
        await providers.Control.SetPaceAsync(renderS: 30);
        var (track, job) = await providers.Client.CreateTrackAsync();
        await providers.Client.UntilAsync(
            $"/api/jobs/{job}", _ => providers.AttemptsAsync(job).GetAwaiter().GetResult().SingleOrDefault()?.Outcome == AttemptOutcome.Accepted);
        await providers.Stack.StopWorkersAsync();
        using var canceled = await providers.Client.PostAsync($"/api/jobs/{job}/cancel", null, Cancelled);
        (await canceled.ReadAsync()).GetProperty("status").GetString().ShouldBe("CANCELED");
        await providers.Control.AdvanceClockAsync(TimeSpan.FromSeconds(40));
        return (track, job);
    }

    private static async Task<JsonElement> PostAsync(SimulatedProviders providers, long track, JsonElement offer, string what)
    {
        using var response = await providers.Client.PostAsync($"/api/tracks/{track}/late/{offer.GetProperty("id")}/{what}", null, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.ReadAsync();
    }

    private static async Task<JsonElement?> ListenAsync(HttpClient client, Func<JsonElement, bool> isIt)
    {
        using var response = await client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Cancelled);
        await using var body = await response.Content.ReadAsStreamAsync(Cancelled);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(Cancelled))
        {
            if (item.EventType == "job" && JsonSerializer.Deserialize<JsonElement>(item.Data) is var job && isIt(job)) return job;
        }

        return null;
    }

    private static List<JsonElement> Late(JsonElement answer) => [.. answer.GetProperty("late").EnumerateArray()];

    private static int Stored(SimulatedProviders providers)
    {
        var users = Path.Combine(providers.Stack.AudioFolder, "users");
        return Directory.Exists(users) ? Directory.EnumerateFiles(users, "*", SearchOption.AllDirectories).Count() : 0;
    }

    private static Task<long> CreditsAsync(SimulatedProviders providers) => providers.Stack.WithDbAsync(
        db => db.Accounts.Select(account => account.AvailableCredits).SingleAsync(Cancelled));
}
