using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Credits;

public sealed class CreditTests(SharedPostgres postgres) : IAsyncLifetime
{
    private const long Owner = User.LocalOwnerId;

    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _stack.StartApiAsync(CancellationToken.None, settings: new Dictionary<string, string>
    {
        ["Credits:MonthlyAllowance"] = "100",
    });

    [Fact]
    public async Task A_user_sees_what_can_be_spent_what_is_held_and_when_there_is_more()
    {
        await LeaveAsync(10);
        await _stack.Client.CreateTrackAsync();

        var credits = await _stack.Client.GetAsJsonAsync("/api/credits");

        (Number(credits, "balance"), Number(credits, "held"), Number(credits, "monthly_allowance")).ShouldBe((9, 1, 100));
        var next = credits.GetProperty("next_top_up_at").GetDateTimeOffset();
        (next.Day, next.Offset, next.TimeOfDay, next > TimeProvider.System.GetUtcNow()).ShouldBe((1, TimeSpan.Zero, TimeSpan.Zero, true));
    }

    [Fact]
    public async Task The_ledger_tells_every_move_newest_first_page_by_page()
    {
        await LeaveAsync(10);
        var (track, job) = await _stack.Client.CreateTrackAsync();
        using var canceled = await _stack.Client.PostAsync($"/api/jobs/{job}/cancel", null, Cancelled);

        var page = await _stack.Client.GetAsJsonAsync("/api/credits/ledger?limit=2");
        var rest = await _stack.Client.GetAsJsonAsync($"/api/credits/ledger?cursor={Escaped(page, "next_cursor")}");

        Kinds(page).ShouldBe(["RELEASE", "HOLD"]);
        Kinds(rest).ShouldBe(["ADJUSTMENT", "GRANT"]);
        rest.GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
        var hold = page.GetProperty("entries")[1];
        (Number(hold, "credits"), Number(hold, "job_id"), Number(hold, "track_id")).ShouldBe((-1, job, track));
        rest.GetProperty("entries")[0].GetProperty("reason").GetString().ShouldBe("for the test");
        using var strange = await _stack.Client.GetAsync("/api/credits/ledger?cursor=dDE=", Cancelled);
        strange.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_has_not_enough_is_told_what_is_missing()
    {
        await LeaveAsync(2);

        using var refused = await _stack.Client.PostTrackAsync(new { prompt = "four of them", duration_s = 5, variations = 4 });

        refused.StatusCode.ShouldBe(HttpStatusCode.PaymentRequired);
        var problem = await refused.ReadAsync();
        problem.GetProperty("code").GetString().ShouldBe("not_enough_credits");
        (Number(problem, "needed"), Number(problem, "available"), Number(problem, "missing")).ShouldBe((4, 2, 2));
        (await BalanceAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task An_adjustment_stands_in_ledger_and_audit_log_and_takes_no_more_than_is_there()
    {
        await LeaveAsync(5);

        using var much = await AdjustAsync(Owner, -6, "one too many");
        using var some = await AdjustAsync(Owner, -5, "all of it");
        using var nobody = await AdjustAsync(987_654, 5, "nobody's");

        (much.StatusCode, some.StatusCode, nobody.StatusCode).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.NotFound));
        (await much.ReadAsync()).GetProperty("code").GetString().ShouldBe("balance_too_low");
        Number(await some.ReadAsync(), "balance").ShouldBe(0);
        (await ActsAsync("credits.adjusted")).ShouldContain("-5 credits: all of it");
        (await ActsAsync("credits.adjusted")).ShouldNotContain(detail => detail!.Contains("one too many"));
    }

    [Theory]
    [InlineData(0, "a good reason", "credits")]
    [InlineData(2_000_000_000, "a good reason", "credits")]
    [InlineData(1, "no", "reason")]
    [InlineData(1, "    ", "reason")]
    public async Task An_adjustment_has_an_amount_and_a_reason(long credits, string reason, string field)
    {
        using var refused = await AdjustAsync(Owner, credits, reason);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.ReadAsync()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_shop_may_tell_of_a_purchase_twice_and_is_answered_the_same()
    {
        await LeaveAsync(0);

        using var first = await BuyAsync(Owner, 30, "order 17");
        using var again = await BuyAsync(Owner, 30, "order 17");
        using var other = await BuyAsync(Owner, 31, "order 17");
        using var nobody = await BuyAsync(987_654, 30, "order 18");

        (first.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        (await again.ReadAsync()).ToString().ShouldBe((await first.ReadAsync()).ToString());
        (other.StatusCode, nobody.StatusCode).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.BadRequest));
        (await other.ReadAsync()).GetProperty("code").GetString().ShouldBe("reference_reused");
        (await BalanceAsync()).ShouldBe(30);
        (await ActsAsync("purchase.recorded")).ShouldBe(["30 credits: order 17"]);
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    private async Task LeaveAsync(long credits)
    {
        using var adjusted = await AdjustAsync(Owner, credits - await BalanceAsync(), "for the test");
        adjusted.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<HttpResponseMessage> AdjustAsync(long user, long credits, string reason) =>
        _stack.Client.PostAsJsonAsync($"/api/admin/users/{user}/credits", new { credits, reason }, Cancelled);

    private Task<HttpResponseMessage> BuyAsync(long user, long credits, string reference) =>
        _stack.Client.PostAsJsonAsync("/api/admin/purchases", new { user_id = user, credits, reference }, Cancelled);

    private async Task<long> BalanceAsync() => Number(await _stack.Client.GetAsJsonAsync("/api/credits"), "balance");

    private Task<List<string?>> ActsAsync(string act) => _stack.WithDbAsync(db =>
        db.AuditLog.Where(entry => entry.Act == act).Select(entry => entry.Detail).ToListAsync(Cancelled));

    private static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static IEnumerable<string?> Kinds(JsonElement page) =>
        page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString());

    private static string Escaped(JsonElement page, string name) => Uri.EscapeDataString(page.GetProperty(name).GetString()!);
}
