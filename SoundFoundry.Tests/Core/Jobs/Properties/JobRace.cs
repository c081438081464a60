using System.Collections.Concurrent;
using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Tests.Core.Jobs.Properties;

/// <summary>Several that act on one job at the same time, each as it likes.</summary>
internal sealed class JobRace(RealJobs real, long job)
{
    private readonly ConcurrentQueue<JobClaim> _claims = [];
    private readonly ConcurrentQueue<JobStatus> _endings = [];

    public async Task RunAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps) await TakeAsync(step);
    }

    public async Task ShouldHaveEndedOnceAtMostAsync()
    {
        var row = (await real.RowsAsync()).ShouldHaveSingleItem();
        _endings.ShouldBe(row.Status.IsFinal() ? [row.Status] : []);
        row.Fence.ShouldBe(_claims.Count);
        _claims.Select(claim => claim.Fence).ShouldBeUnique();
        LedgerRules.ShouldHold(await real.LedgerAsync(), [row], await real.AvailableAsync());
    }

    private async Task TakeAsync(Step step)
    {
        switch (step.Command)
        {
            case Command.Claim when await real.ClaimAsync(job) is { } won:
                _claims.Enqueue(won);
                break;
            case Command.Lapse:
                await real.LapseAsync(job);
                break;
            case Command.Cancel when await real.CancelAsync(job) is JobStatus.Canceled:
                _endings.Enqueue(JobStatus.Canceled);
                break;
            case Command.Sweep:
                var ended = await real.SweepAsync();
                if (ended > 0) _endings.Enqueue((await real.RowsAsync()).Single().Status);
                break;
            default:
                if (_claims.ToArray() is { Length: > 0 } claims) await ByClaimAsync(step, claims[^(1 + (step.Claim % claims.Length))]);
                break;
        }
    }

    private async Task ByClaimAsync(Step step, JobClaim claim)
    {
        switch (step.Command)
        {
            case Command.Report:
                await real.ReportAsync(claim);
                break;
            case Command.Complete when await real.CompleteAsync(claim, Math.Min(step.Credits, 3)):
                _endings.Enqueue(JobStatus.Complete);
                break;
            case Command.Fail when await real.FailAsync(claim):
                _endings.Enqueue(JobStatus.Failed);
                break;
            case Command.AcceptCancel when await real.AcceptCancelAsync(claim):
                _endings.Enqueue(JobStatus.Canceled);
                break;
            case Command.HandBack:
                await real.HandBackAsync(claim);
                break;
            case Command.PutOff:
                await real.PutOffAsync(claim);
                break;
        }
    }
}
