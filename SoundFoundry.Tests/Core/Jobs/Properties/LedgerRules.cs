using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Tests.Core.Jobs.Properties;

/// <summary>What holds of a user's ledger at any moment.</summary>
internal static class LedgerRules
{
    public static void ShouldHold(IReadOnlyList<LedgerEntry> ledger, IReadOnlyList<Job> jobs, long available)
    {
        available.ShouldBeGreaterThanOrEqualTo(0);
        ledger.Sum(entry => entry.Credits).ShouldBe(available);
        foreach (var job in jobs)
        {
            var moves = ledger.Where(entry => entry.JobId == job.Id).ToList();
            moves.Count(move => move.Kind == LedgerKind.Hold).ShouldBe(1);
            moves.Count(move => move.Kind is LedgerKind.Settle or LedgerKind.Release).ShouldBe(job.Status.IsFinal() ? 1 : 0);
            moves.Sum(move => move.Credits).ShouldBe(-(job.ChargedCredits ?? job.QuotedCredits));
        }

        var granted = ledger.Where(entry => entry.JobId is null).Sum(entry => entry.Credits);
        var held = jobs.Where(job => job.ChargedCredits is null).Sum(job => job.QuotedCredits);
        (available + held).ShouldBe(granted - jobs.Sum(job => job.ChargedCredits ?? 0));
    }
}
