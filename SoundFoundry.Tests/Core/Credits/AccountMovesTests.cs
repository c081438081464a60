using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Core.Credits;

/// <summary>How credits come and go beside jobs.</summary>
public sealed class AccountMovesTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private const long Operator = 1;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_account_begins_with_the_allowance_and_the_welcome_on_top_once()
    {
        await using var db = schema.Open();
        var user = await db.RegisterAsync(Cancelled, welcome: 5, allowance: 20);

        await db.OpenAccountAsync(user, new CreditOptions { Welcome = 5, MonthlyAllowance = 20 }, Cancelled);

        (await RowsAsync(db, user)).ShouldBe([(LedgerKind.Allowance, 20), (LedgerKind.Grant, 5)]);
        await ShouldHaveAsync(db, user, 25);
    }

    [Fact]
    public async Task A_month_fills_an_account_up_once_however_many_look_at_it_and_whatever_is_spent_after()
    {
        await using var db = schema.Open();
        var poor = await db.RegisterAsync(Cancelled, welcome: 7);
        var rich = await db.RegisterAsync(Cancelled, welcome: 700);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TopUpAllAsync()));
        await db.AdjustAsync(poor, -60, "spent meanwhile", Operator, Cancelled);
        await db.AdjustAsync(rich, -690, "spent meanwhile", Operator, Cancelled);
        await TopUpAllAsync();

        (await RowsAsync(db, poor)).ShouldBe([(LedgerKind.Grant, 7), (LedgerKind.Allowance, 93), (LedgerKind.Adjustment, -60)]);
        (await RowsAsync(db, rich)).ShouldBe([(LedgerKind.Grant, 700), (LedgerKind.Allowance, 0), (LedgerKind.Adjustment, -690)]);
        await ShouldHaveAsync(db, poor, 40);
        await ShouldHaveAsync(db, rich, 10);
    }

    [Fact]
    public async Task The_next_month_fills_up_again()
    {
        await using var db = schema.Open();
        var user = await db.RegisterAsync(Cancelled, allowance: 30);
        await db.Database.ExecuteSqlAsync($"UPDATE ledger SET reference = '2001-01' WHERE user_id = {user}", Cancelled);
        await db.AdjustAsync(user, -10, "spent", Operator, Cancelled);

        await db.TopUpAsync(user, 30, Cancelled);

        await ShouldHaveAsync(db, user, 30);
        (await db.Ledger.Where(entry => entry.UserId == user && entry.Kind == LedgerKind.Allowance).Select(entry => entry.Reference)
            .ToListAsync(Cancelled)).ShouldBe(["2001-01", await db.MonthAsync(Cancelled)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_purchase_told_many_times_at_once_counts_once()
    {
        await using var db = schema.Open();
        var user = await db.RegisterAsync(Cancelled);

        var told = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            await using var own = schema.Open();
            return await own.PurchaseAsync(user, 50, "order 1", Operator, Cancelled);
        }));

        told.ShouldAllBe(purchase => purchase is Purchase.Made);
        told.OfType<Purchase.Made>().Count(made => made.IsNew).ShouldBe(1);
        told.OfType<Purchase.Made>().Select(made => made.Entry.Id).Distinct().ShouldHaveSingleItem();
        await ShouldHaveAsync(db, user, 50);
    }

    [Fact]
    public async Task A_reference_stands_for_one_purchase_only()
    {
        await using var db = schema.Open();
        var (user, other) = (await db.RegisterAsync(Cancelled), await db.RegisterAsync(Cancelled));
        await db.PurchaseAsync(user, 50, "order 2", Operator, Cancelled);

        (await db.PurchaseAsync(user, 51, "order 2", Operator, Cancelled)).ShouldBeOfType<Purchase.ReferenceTaken>();
        (await db.PurchaseAsync(other, 50, "order 2", Operator, Cancelled)).ShouldBeOfType<Purchase.ReferenceTaken>();
        (await db.PurchaseAsync(987_654, 50, "order 3", Operator, Cancelled)).ShouldBeOfType<Purchase.NoSuchUser>();
        await ShouldHaveAsync(db, user, 50);
        await ShouldHaveAsync(db, other, 0);
    }

    [Fact]
    public async Task An_operator_takes_no_more_than_is_there()
    {
        await using var db = schema.Open();
        var user = await db.RegisterAsync(Cancelled, welcome: 10);

        (await db.AdjustAsync(user, -11, "too much", Operator, Cancelled)).ShouldBe(new Adjustment.TooMuch(10));
        (await db.AdjustAsync(987_654, 1, "nobody", Operator, Cancelled)).ShouldBeOfType<Adjustment.NoSuchUser>();
        var made = (await db.AdjustAsync(user, -10, "all of it", Operator, Cancelled)).ShouldBeOfType<Adjustment.Made>();

        (made.Available, made.Entry.Credits, made.Entry.Reason, made.Entry.ActorId).ShouldBe((0, -10, "all of it", Operator));
        await ShouldHaveAsync(db, user, 0);
    }

    private async Task TopUpAllAsync()
    {
        await using var own = schema.Open();
        while (await own.TopUpSomeAsync(100, Cancelled)) own.ChangeTracker.Clear();
    }

    private static async Task<List<(LedgerKind, long)>> RowsAsync(SoundFoundryDb db, long user) =>
        [.. (await db.Ledger.AsNoTracking().Where(entry => entry.UserId == user).OrderBy(entry => entry.Id).ToListAsync(Cancelled))
            .Select(entry => (entry.Kind, entry.Credits))];

    private static async Task ShouldHaveAsync(SoundFoundryDb db, long user, long credits)
    {
        (await db.Accounts.AsNoTracking().SingleAsync(account => account.UserId == user, Cancelled)).AvailableCredits.ShouldBe(credits);
        (await db.Ledger.Where(entry => entry.UserId == user).SumAsync(entry => entry.Credits, Cancelled)).ShouldBe(credits);
    }
}
