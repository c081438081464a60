using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Credits;

public sealed class AllowanceTests(SharedPostgres postgres)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_fill_every_account_up_and_none_twice()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        var poor = await stack.WithDbAsync(db => db.RegisterAsync(Cancelled, welcome: 3));
        await stack.WithDbAsync(db => db.RegisterAsync(Cancelled));

        stack.StartWorker(("Credits:MonthlyAllowance", "40"));
        stack.StartWorker(("Credits:MonthlyAllowance", "40"));

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        while (await AllowancesAsync(stack) < 3) await Task.Delay(Glance, TimeProvider.System, patience.Token);
        (await stack.WithDbAsync(db => db.Accounts.Where(account => account.UserId >= poor).Select(account => account.AvailableCredits)
            .ToListAsync(Cancelled))).ShouldBe([40, 40]);
        (await AllowancesAsync(stack)).ShouldBe(3);
    }

    private static Task<int> AllowancesAsync(RunningStack stack) =>
        stack.WithDbAsync(db => db.Ledger.CountAsync(entry => entry.Kind == LedgerKind.Allowance, Cancelled));
}
