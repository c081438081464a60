using System.Collections.Concurrent;
using SoundFoundry.Core.Credits;
using SoundFoundry.Tests.Core.Jobs.Properties;

namespace SoundFoundry.Tests.Core.Credits.Properties;

/// <summary>Several that move one balance at the same time, and one that watches it. What each was told is added up and compared with what
/// is written.</summary>
internal sealed class BalanceRace(RealJobs real)
{
    private const int Allowance = 15;

    private readonly ConcurrentQueue<long> _jobs = [];
    private readonly ConcurrentQueue<long> _given = [];
    private readonly ConcurrentQueue<(long Job, int Charge)> _charged = [];

    public async Task RunAsync(params Move[][] movers)
    {
        var moving = Task.WhenAll(movers.Select(async moves =>
        {
            foreach (var move in moves) await TakeAsync(move);
        }));
        while (!moving.IsCompleted) await ShouldAgreeAsync();
        await moving;
    }

    public async Task ShouldBalanceAsync()
    {
        var available = await ShouldAgreeAsync();
        var (jobs, ledger) = (await real.RowsAsync(), await real.LedgerAsync());
        LedgerRules.ShouldHold(ledger, jobs, available);
        jobs.Select(job => job.Id).ShouldBe(_jobs, ignoreOrder: true);
        jobs.Where(job => job.ChargedCredits > 0).Select(job => (job.Id, job.ChargedCredits!.Value))
            .ShouldBe(_charged.Where(charge => charge.Charge > 0), ignoreOrder: true);
        var allowances = ledger.Where(entry => entry.Kind == LedgerKind.Allowance).ToList();
        allowances.Count.ShouldBeLessThanOrEqualTo(1);
        allowances.ShouldAllBe(allowance => allowance.Credits >= 0 && allowance.Credits <= Allowance);
        var held = jobs.Where(job => job.ChargedCredits is null).Sum(job => job.QuotedCredits);
        (available + held).ShouldBe(
            RealJobs.Granted + _given.Sum() + allowances.Sum(entry => entry.Credits) - _charged.Sum(charge => charge.Charge));
    }

    private async Task<long> ShouldAgreeAsync()
    {
        var (available, sum) = await real.LookAsync();
        available.ShouldBeGreaterThanOrEqualTo(0);
        sum.ShouldBe(available);
        return available;
    }

    private async Task TakeAsync(Move move)
    {
        switch (move.Cause)
        {
            case Cause.Create:
                if (await real.AcceptAsync(move.Credits) is { } created) _jobs.Enqueue(created);
                break;
            case Cause.Retry when Chosen(move) is { } last:
                if (await real.RetryAsync(last, move.Credits) is { } retried) _jobs.Enqueue(retried);
                break;
            case Cause.Cancel when Chosen(move) is { } job:
                await real.CancelAsync(job);
                break;
            case Cause.Complete or Cause.Fail when Chosen(move) is { } job:
                await EndAsync(job, move);
                break;
            case Cause.Adjust:
                var credits = move.Credits - 4;
                if (credits != 0 && await real.AdjustAsync(credits) is Adjustment.Made) _given.Enqueue(credits);
                break;
            case Cause.Purchase:
                var reference = $"{real.UserId}-{move.Job % 2}";
                if (await real.PurchaseAsync(move.Credits, reference) is Purchase.Made { IsNew: true }) _given.Enqueue(move.Credits);
                break;
            case Cause.TopUp:
                await real.TopUpAsync(Allowance);
                break;
        }
    }

    private async Task EndAsync(long job, Move move)
    {
        if (await real.ClaimAsync(job) is not { } claim) return;
        if (move.Cause == Cause.Fail)
        {
            await real.FailAsync(claim);
            return;
        }

        var charge = Math.Min(move.Credits, claim.QuotedCredits);
        if (await real.CompleteAsync(claim, charge)) _charged.Enqueue((job, charge));
    }

    private long? Chosen(Move move) => _jobs.ToArray() is { Length: > 0 } jobs ? jobs[move.Job % jobs.Length] : null;
}
