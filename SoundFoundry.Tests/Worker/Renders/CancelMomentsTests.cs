using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Renders;

/// <summary>A cancel at each moment of a render. The lease is so long that only a worker that stops by itself ends the job in time.</summary>
public sealed class CancelMomentsTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly SimulatedProviders _providers = new(
        postgres, "fal", ("Worker:Lease", "00:05:00"), ("Worker:Renewal", "00:02:00"), ("Remote:UnknownOutcomeWait", "00:00:40"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _providers.InitializeAsync();

    public ValueTask DisposeAsync() => _providers.DisposeAsync();

    [Fact]
    public async Task Claimed_and_not_submitted_it_is_never_submitted_even_if_the_hint_was_lost()
    {
        await using var held = await HoldAsync("job_log");
        var (_, job) = await _providers.Client.CreateTrackAsync();
        await _providers.Client.JobReachesAsync(job, "RENDERING");
        await _providers.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET cancel_requested = true WHERE id = {job}", Cancelled));

        await held.DisposeAsync();

        await ShouldEndCanceledAsync(job);
        (await _providers.Control.SubmitsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_submit_is_on_its_way_the_work_is_canceled_as_soon_as_its_id_is_known()
    {
        await _providers.Control.SetPaceAsync(renderS: 60);
        await _providers.Control.SetFaultAsync("fal", "slow_first_byte", delayS: 0.8);
        var (_, job) = await _providers.Client.CreateTrackAsync();
        await _providers.Control.SubmitsUntilAsync(submits => submits.Count == 1);

        await CancelAsync(job);

        await ShouldEndCanceledAsync(job);
        (await _providers.Control.CountsAsync()).Values.SelectMany(models => models.Values).Sum(counts => counts.Canceled).ShouldBe(1);
    }

    [Fact]
    public async Task While_a_lost_answer_is_looked_for_it_stops_and_the_attempt_stays_listed()
    {
        await _providers.Control.SetFaultAsync("fal", "silence_after_accept");
        var (_, job) = await _providers.Client.CreateTrackAsync();
        await ReachesStageAsync(job, JobStages.Searching);

        await CancelAsync(job);

        await ShouldEndCanceledAsync(job);
        var attempt = (await _providers.AttemptsAsync(job)).ShouldHaveSingleItem();
        (attempt.Outcome, attempt.CostUsdMicros).ShouldBe((AttemptOutcome.Unknown, attempt.ExpectedUsdMicros));
    }

    [Fact]
    public async Task While_the_audio_is_fetched_it_stops()
    {
        await _providers.Control.SetFaultAsync("fal", "download_error", status: 503);
        var (_, job) = await _providers.Client.CreateTrackAsync();
        await ReachesStageAsync(job, JobStages.Fetching);

        await CancelAsync(job);

        await ShouldEndCanceledAsync(job);
    }

    [Fact]
    public async Task Stored_and_not_yet_complete_its_audio_is_taken_out_again()
    {
        await _providers.Control.SetPaceAsync(renderS: 2);
        var (_, job) = await _providers.Client.CreateTrackAsync();
        await _providers.Client.UntilAsync(
            $"/api/jobs/{job}", _ => _providers.AttemptsAsync(job).GetAwaiter().GetResult().SingleOrDefault()?.Outcome == AttemptOutcome.Accepted);
        await using var held = await HoldAsync("job_log");
        await _providers.Client.UntilAsync($"/api/jobs/{job}", _ => Stored().Count == 1);

        await CancelAsync(job);
        await held.DisposeAsync();

        await ShouldEndCanceledAsync(job);
        Stored().ShouldBeEmpty();
    }

    [Fact]
    public async Task Complete_it_is_too_late()
    {
        var (_, job) = await _providers.Client.CreateTrackAsync();
        await _providers.Client.JobReachesAsync(job, "COMPLETE");

        using var answer = await _providers.Client.PostAsync($"/api/jobs/{job}/cancel", null, Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await MovesAsync(job)).ShouldBe(["Hold", "Settle"], ignoreOrder: true);
    }

    private async Task CancelAsync(long job)
    {
        using var answer = await _providers.Client.PostAsync($"/api/jobs/{job}/cancel", null, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task ShouldEndCanceledAsync(long job)
    {
        var ended = await _providers.Client.JobReachesAsync(job, "CANCELED", "COMPLETE", "FAILED");
        ended.GetProperty("status").GetString().ShouldBe("CANCELED");
        ended.GetProperty("charged").GetInt32().ShouldBe(0);
        (await MovesAsync(job)).ShouldBe(["Hold", "Release"], ignoreOrder: true);
    }

    private Task ReachesStageAsync(long job, string stage) =>
        _providers.Client.UntilAsync($"/api/jobs/{job}", answer => answer.GetProperty("stage").GetString() == stage);

    /// <summary>Nobody can write to the table until this is disposed.</summary>
    private async Task<NpgsqlConnection> HoldAsync(string table)
    {
        var address = new NpgsqlConnectionStringBuilder(_providers.Stack.Settings["ConnectionStrings:soundfoundry"]) { Pooling = false };
        var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = $"BEGIN; LOCK TABLE {table} IN EXCLUSIVE MODE";
        await command.ExecuteNonQueryAsync(Cancelled);
        return connection;
    }

    private List<string> Stored()
    {
        var users = Path.Combine(_providers.Stack.AudioFolder, "users");
        return Directory.Exists(users) ? [.. Directory.EnumerateFiles(users, "*", SearchOption.AllDirectories)] : [];
    }

    private Task<List<string>> MovesAsync(long job) => _providers.Stack.WithDbAsync(db =>
        db.Ledger.Where(entry => entry.JobId == job).Select(entry => entry.Kind.ToString()).ToListAsync(Cancelled));
}
