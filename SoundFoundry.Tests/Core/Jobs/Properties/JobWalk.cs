using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Tests.Core.Jobs.Properties;

/// <summary>Takes the same steps in the model and in the database, and compares the two after each.</summary>
internal sealed class JobWalk(RealJobs real)
{
    private const int Places = 3;

    private readonly List<(long Id, ModelJob Model, List<JobClaim> Claims)> _jobs = [];
    private readonly Dictionary<long, JobStatus> _seen = [];

    public async Task TakeAsync(Step step)
    {
        if (step.Command == Command.Accept) await AcceptAsync(step.Credits + 1);
        else if (step.Command == Command.Sweep) await SweepAsync();
        else if (_jobs.Count > 0) await MoveAsync(step, _jobs[step.Job % _jobs.Count]);
        await ShouldAgreeAsync(step);
    }

    private async Task AcceptAsync(int quote)
    {
        if (_jobs.Count == Places) return;
        var id = await real.AcceptAsync(quote);
        (id is not null).ShouldBe(Available >= quote);
        if (id is not null) _jobs.Add((id.Value, new ModelJob(quote), []));
    }

    private async Task SweepAsync()
    {
        await real.SweepAsync();
        foreach (var (_, model, _) in _jobs) model.Sweep();
    }

    private async Task MoveAsync(Step step, (long Id, ModelJob Model, List<JobClaim> Claims) job)
    {
        var (id, model, claims) = job;
        switch (step.Command)
        {
            case Command.Claim:
                var claim = await real.ClaimAsync(id);
                (claim is not null).ShouldBe(model.Claim());
                if (claim is not null) claims.Insert(0, claim);
                break;
            case Command.Lapse:
                await real.LapseAsync(id);
                model.Lapse();
                break;
            case Command.Cancel:
                (await real.CancelAsync(id)).ShouldBe(model.Cancel());
                break;
            default:
                if (claims.Count > 0) await ByClaimAsync(step, model, claims[step.Claim % claims.Count]);
                break;
        }
    }

    private async Task ByClaimAsync(Step step, ModelJob model, JobClaim claim)
    {
        var charge = Math.Min(step.Credits, model.Quote);
        var (happened, ought) = step.Command switch
        {
            Command.Report => (await real.ReportAsync(claim), model.Report(claim.Fence)),
            Command.Complete => (await real.CompleteAsync(claim, charge), model.Complete(claim.Fence, charge)),
            Command.Fail => (await real.FailAsync(claim), model.Fail(claim.Fence)),
            Command.AcceptCancel => (await real.AcceptCancelAsync(claim), model.AcceptCancel(claim.Fence)),
            Command.HandBack => (await real.HandBackAsync(claim), model.HandBack(claim.Fence)),
            Command.PutOff => (await real.PutOffAsync(claim), model.PutOff(claim.Fence)),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No move of a claim."),
        };
        happened.ShouldBe(ought, step.ToString());
    }

    private int Available => RealJobs.Granted - _jobs.Sum(job => job.Model.Taken);

    private async Task ShouldAgreeAsync(Step step)
    {
        var rows = await real.RowsAsync();
        rows.Select(row => (row.Id, row.Status, row.Fence, row.Claims, row.Retries, row.CancelRequested, row.ChargedCredits)).ShouldBe(
            _jobs.Select(job => (job.Id, job.Model.Status, job.Model.Fence, job.Model.Claims, job.Model.Retries, job.Model.CancelRequested, job.Model.Charged)),
            step.ToString());
        foreach (var row in rows)
        {
            if (_seen.TryGetValue(row.Id, out var before) && before != row.Status) JobEdges.All.ShouldContain((before, row.Status));
            _seen[row.Id] = row.Status;
        }

        var waiting = await real.OutboxAsync();
        rows.Where(row => row.Status == JobStatus.Queued).Select(row => row.Id).ShouldBeSubsetOf(waiting);
        rows.Where(row => row.Status.IsFinal()).Select(row => row.Id).Intersect(waiting).ShouldBeEmpty();
        (await real.AvailableAsync()).ShouldBe(Available, step.ToString());
        LedgerRules.ShouldHold(await real.LedgerAsync(), rows, Available);
    }
}
