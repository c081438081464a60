using System.Net;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Deletion;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Deletion;

public sealed class AccountDeletionTests(SharedPostgres postgres)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_account_leaves_its_ledger_and_nothing_personal()
    {
        await using var accounts = new AccountsStack(postgres);
        await accounts.InitializeAsync();
        using var browser = await accounts.RegisterAsync("somebody@music.test");
        using var other = await accounts.RegisterAsync("another@music.test");
        using var program = await accounts.WithKeyAsync(browser, "read", "create");
        var user = await IdAsync(browser);
        await accounts.Stack.WithDbAsync(db => db.PurchaseAsync(user, 50, "order 1", User.LocalOwnerId, Cancelled));
        accounts.Stack.StartWorker(("Sweeping:Interval", "00:00:01"), ("Sweeping:MinAge", "00:00:00"));
        using var made = await browser.PostTrackAsync(
            new { prompt = "my secret", title = "my title", negative_prompt = "my fears", tags = new[] { "mine" }, duration_s = 5 }, "my key");
        var created = await made.ReadAsync();
        var (track, job) = (created.GetProperty("track_id").GetInt64(), created.GetProperty("job_id").GetInt64());
        await browser.JobReachesAsync(job, "COMPLETE");
        using var list = await browser.PostJsonAsync("/api/playlists", new { name = "my evenings", track_ids = new[] { track } });
        using var shared = await browser.PostJsonAsync($"/api/tracks/{track}/share", new { show_prompt = true });
        var link = $"/api/public/shares/{(await shared.ReadAsync()).GetProperty("token").GetString()}";
        (await other.GetAsync(link, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var audio = Directory.EnumerateFiles(Path.Combine(accounts.Stack.AudioFolder, "users"), $"{job}-*", SearchOption.AllDirectories).Single();

        (await DeleteAsync(accounts, user)).ShouldBe(DeletionOutcome.Done);
        (await DeleteAsync(accounts, user)).ShouldBe(DeletionOutcome.Done);

        using var refusedCookie = await browser.GetAsync("/api/me", Cancelled);
        using var refusedKey = await program.GetAsync("/api/tracks", Cancelled);
        (refusedCookie.StatusCode, refusedKey.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        (await other.GetAsync("/api/me", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.GetAsync(link, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await accounts.Stack.WithDbAsync(async db =>
        {
            (await db.Playlists.CountAsync(Cancelled), await db.PlaylistEntries.CountAsync(Cancelled), await db.Shares.CountAsync(Cancelled)).ShouldBe((0, 0, 0));
            var erased = await db.Tracks.AsNoTracking().SingleAsync(t => t.UserId == user, Cancelled);
            (erased.Prompt, erased.Title, erased.NegativePrompt, erased.Tags.Count, erased.IsErased).ShouldBe(("", null, null, 0, true));
            (await db.Users.SingleAsync(u => u.Id == user, Cancelled)).Name.ShouldBe($"deleted user {user}");
            (await db.JobLog.CountAsync(Cancelled)).ShouldBe(0);
            (await db.IdempotencyKeys.CountAsync(Cancelled)).ShouldBe(0);
            (await db.Ledger.Where(entry => entry.UserId == user).SumAsync(entry => entry.Credits, Cancelled)).ShouldBe(49);
            (await db.AuditLog.AnyAsync(entry => entry.Act == "user.deleted" && entry.Subject == $"user {user}", Cancelled)).ShouldBeTrue();
            (await db.AuditLog.AnyAsync(entry => entry.ActorId == user && entry.Address != null, Cancelled)).ShouldBeFalse();
            return erased;
        });
        (await accounts.Stack.WithServiceAsync<IdentityDb, int>(identity => identity.Users.CountAsync(m => m.Id == user, Cancelled))).ShouldBe(0);
        await UntilAsync(() => Task.FromResult(!File.Exists(audio)));
    }

    [Fact]
    public async Task A_render_that_runs_is_stopped_and_brings_nothing_back()
    {
        await using var accounts = new AccountsStack(postgres);
        await accounts.InitializeAsync();
        using var browser = await accounts.RegisterAsync("somebody@music.test");
        var user = await IdAsync(browser);
        await accounts.Stack.WithDbAsync(db => db.PurchaseAsync(user, 50, "order 1", User.LocalOwnerId, Cancelled));
        accounts.Stack.StartWorker();
        var (_, job) = await browser.CreateTrackAsync("a long one", 90);
        await browser.UntilAsync($"/api/jobs/{job}", row => row.GetProperty("progress").GetDouble() > 0);

        (await DeleteAsync(accounts, user)).ShouldBe(DeletionOutcome.Done);

        await UntilAsync(() => accounts.Stack.WithDbAsync(db => db.Jobs.AnyAsync(j => j.Id == job && j.Status == JobStatus.Canceled, Cancelled)));
        await accounts.Stack.StopWorkersAsync();
        Directory.EnumerateFiles(accounts.Stack.AudioFolder, "*.wav", SearchOption.AllDirectories).ShouldBeEmpty();
        (await accounts.Stack.WithDbAsync(db => db.Accounts.Where(account => account.UserId == user).Select(account => account.AvailableCredits)
            .SingleAsync(Cancelled))).ShouldBe(50);
    }

    [Fact]
    public async Task The_one_owner_without_a_login_can_not_be_deleted()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);

        (await stack.WithServiceAsync<AccountDeletion, DeletionOutcome>(deletion => deletion.DeleteAsync(User.LocalOwnerId, Cancelled)))
            .ShouldBe(DeletionOutcome.LocalOwner);
        (await stack.WithServiceAsync<AccountDeletion, DeletionOutcome>(deletion => deletion.DeleteAsync(987_654, Cancelled)))
            .ShouldBe(DeletionOutcome.NoSuchUser);

        (await stack.Client.GetAsJsonAsync("/api/credits")).GetProperty("balance").GetInt64().ShouldBeGreaterThan(0);
    }

    private static async Task<long> IdAsync(HttpClient browser) => (await browser.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();

    private static Task<DeletionOutcome> DeleteAsync(AccountsStack accounts, long user) =>
        accounts.Stack.WithServiceAsync<AccountDeletion, DeletionOutcome>(deletion => deletion.DeleteAsync(user, Cancelled));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        while (!await isSo()) await Task.Delay(Glance, TimeProvider.System, patience.Token);
    }
}
