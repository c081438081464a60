using System.Globalization;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Simulator.Submits;
using SoundFoundry.Tests.Stack;
using Provider = SoundFoundry.Simulator.Provider;

namespace SoundFoundry.Tests.Worker.Renders;

/// <summary>A job of which the first provider's part goes wrong in one way, seen from every side that counts.</summary>
internal sealed class FaultMatrix(SimulatedProviders providers, string first, string second)
{
    private const int Price = 20;
    private const double TimeBound = 25;

    public async Task HoldsAsync(FaultRow row)
    {
        await providers.BeginAfreshAsync();
        await providers.Control.SetFaultAsync(first, row.Fault, row.Times, delayS: row.DelayS, retryAfterS: row.RetryAfterS);
        var before = await CreditsAsync();

        var (trackId, jobId) = await providers.Client.CreateTrackAsync($"{row} {first}");
        var job = await providers.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED", "CANCELED");

        job.GetProperty("status").GetString().ShouldBe(row.Ending == Ending.Failed ? "FAILED" : "COMPLETE", job.ToString());
        job.GetProperty("elapsed_s").GetDouble().ShouldBeLessThan(TimeBound);
        await ShouldHaveAttemptsAsync(row, jobId);
        await ShouldHaveSubmitsAsync(row, jobId);
        await ShouldBeLoggedAsync(row, trackId, jobId);
        var charge = row.Ending == Ending.Failed ? 0 : Price;
        job.GetProperty("charged").GetInt32().ShouldBe(charge);
        (before - await CreditsAsync()).ShouldBe(charge);
    }

    private async Task ShouldHaveAttemptsAsync(FaultRow row, long jobId)
    {
        var attempts = await providers.AttemptsAsync(jobId);
        attempts.Select(a => a.Provider).ShouldBe(row.Ending == Ending.FellBack ? [first, second] : [first]);
        attempts.ShouldAllBe(a => a.EndedAt != null);
        if (row.Ending == Ending.Complete)
        {
            attempts[0].Outcome.ShouldBe(AttemptOutcome.Succeeded);
            return;
        }

        attempts[0].ErrorCode.ShouldBe(row.Code, attempts[0].Error);
        attempts[0].Outcome.ShouldBe(row.Code == "unknown_outcome" ? AttemptOutcome.Unknown : AttemptOutcome.Failed);
        attempts[0].CostUsdMicros.ShouldNotBeNull();
        attempts[0].Error.ShouldNotBeNullOrWhiteSpace();
        if (row.Ending == Ending.FellBack) attempts[1].Outcome.ShouldBe(AttemptOutcome.Succeeded);
    }

    private async Task ShouldHaveSubmitsAsync(FaultRow row, long jobId)
    {
        var submits = await providers.Control.SubmitsAsync();
        var atFirst = submits.Where(s => s.Provider == Name(first)).ToList();
        atFirst.Count.ShouldBe(row.Submits);
        atFirst.Count(Started).ShouldBe(row.Started);
        submits.Count(s => s.Provider == Name(second) && Started(s)).ShouldBe(row.Ending == Ending.FellBack ? 1 : 0);
        (await providers.AttemptsAsync(jobId)).Sum(a => a.Submits).ShouldBeGreaterThanOrEqualTo(submits.Count);
    }

    private async Task ShouldBeLoggedAsync(FaultRow row, long trackId, long jobId)
    {
        var log = await providers.LogAsync(jobId);
        log[0].ShouldBe($"Job {jobId}: Using provider: {first}, track_id={trackId}, attempt=1");
        var failed = log.Where(line => line.StartsWith($"Job {jobId}: Provider {first} failed: ", StringComparison.Ordinal)).ToList();
        if (row.Ending == Ending.Complete)
        {
            failed.ShouldBeEmpty();
            return;
        }

        failed.ShouldHaveSingleItem().ShouldEndWith($", error_code={row.Code}");
        var fellBack = $"Job {jobId}: Falling back to {second}, track_id={trackId}, attempt=2";
        if (row.Ending == Ending.Failed)
        {
            log.ShouldNotContain(fellBack);
            return;
        }

        log.ShouldContain(fellBack);
        log.ShouldContain($"Job {jobId}: Fallback successful, using {second}");
    }

    private async Task<long> CreditsAsync() =>
        await providers.Stack.WithDbAsync(db => Task.FromResult(db.Accounts.Single().AvailableCredits));

    private static bool Started(Submit submit) => submit.Outcome is SubmitOutcome.Accepted or SubmitOutcome.AnswerLost;

    private static Provider Name(string provider) =>
        Enum.Parse<Provider>(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(provider));
}
