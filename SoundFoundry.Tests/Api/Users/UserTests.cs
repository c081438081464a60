using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Users;

public sealed class UserTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_finds_users_by_part_of_name_or_address_page_by_page()
    {
        foreach (var name in new[] { "find-a", "find-b", "find-c" }) (await stack.RegisterAsync($"{name}@music.test")).Dispose();

        var first = await stack.Owner.GetAsJsonAsync("/api/admin/users?q=FIND-&limit=2");
        var second = await stack.Owner.GetAsJsonAsync($"/api/admin/users?q=FIND-&limit=2&cursor={first.GetProperty("next_cursor").GetString()}");

        Emails(first).ShouldBe(["find-c@music.test", "find-b@music.test"]);
        Emails(second).ShouldBe(["find-a@music.test"]);
        second.GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
        (await stack.Owner.GetAsync("/api/admin/users?cursor=nonsense", Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Emails(await stack.Owner.GetAsJsonAsync("/api/admin/users?q=%25")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suspended_user_is_out_at_once_with_sessions_and_keys_and_what_waited_is_canceled()
    {
        using var user = await stack.RegisterAsync("misbehaves@music.test");
        using var key = await stack.WithKeyAsync(user, "read");
        var id = await IdAsync(user);
        (await stack.Owner.PostAsJsonAsync($"/api/admin/users/{id}/credits", new { credits = 100, reason = "a test" }, Stop)).EnsureSuccessStatusCode();
        var (_, jobId) = await user.CreateTrackAsync();
        (await key.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var suspended = await stack.Owner.PostAsync($"/api/admin/users/{id}/suspend", null, Stop);
        suspended.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await suspended.ReadAsync()).GetProperty("suspended_at").ValueKind.ShouldBe(JsonValueKind.String);

        (await user.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await key.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInAsync(user, "misbehaves@music.test")).ShouldBe(HttpStatusCode.Unauthorized);
        (await stack.Stack.WithDbAsync(db => db.Jobs.Where(job => job.Id == jobId).Select(job => job.Status).SingleAsync(Stop)))
            .ShouldBe(SoundFoundry.Core.Jobs.JobStatus.Canceled);

        (await stack.Owner.PostAsync($"/api/admin/users/{id}/resume", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SignInAsync(user, "misbehaves@music.test")).ShouldBe(HttpStatusCode.NoContent);
        (await key.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await user.GetAsJsonAsync("/api/credits")).GetProperty("balance").GetInt64().ShouldBe(100);
    }

    [Fact]
    public async Task The_last_operator_stays_one_and_a_second_may_take_over()
    {
        using var second = await stack.RegisterAsync("second-operator@music.test");
        var (ownerId, id) = (await IdAsync(stack.Owner), await IdAsync(second));
        await RefusedAsync(await stack.Owner.PatchAsJsonAsync($"/api/admin/users/{ownerId}", new { role = "user" }, Stop));
        await RefusedAsync(await stack.Owner.PostAsync($"/api/admin/users/{ownerId}/suspend", null, Stop));
        await RefusedAsync(await stack.Owner.DeleteAsync($"/api/admin/users/{ownerId}", Stop));
        await RefusedAsync(await LeaveAsync(stack.Owner, AccountsStack.Password));

        (await stack.Owner.PatchAsJsonAsync($"/api/admin/users/{id}", new { role = "operator" }, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var promoted = stack.NewBrowser();
        await SignInAsync(promoted, "second-operator@music.test");
        (await promoted.GetAsync("/api/admin/users", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stack.Owner.PatchAsJsonAsync($"/api/admin/users/{id}", new { role = "king" }, Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        // Each would send the other away: one of them does.
        var both = await Task.WhenAll(
            stack.Owner.PatchAsJsonAsync($"/api/admin/users/{id}", new { role = "user" }, Stop),
            promoted.PatchAsJsonAsync($"/api/admin/users/{ownerId}", new { role = "user" }, Stop));
        both.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        await stack.Stack.WithServiceAsync<SoundFoundry.Api.Identity.IdentityDb, int>(db => db.Users
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.IsOperator, member => member.Id == ownerId), Stop));
    }

    [Fact]
    public async Task Who_leaves_shows_the_password_and_is_gone()
    {
        using var user = await stack.RegisterAsync("leaves@music.test");
        var id = await IdAsync(user);
        (await LeaveAsync(user, "not the password")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await LeaveAsync(user, AccountsStack.Password)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await user.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInAsync(user, "leaves@music.test")).ShouldBe(HttpStatusCode.Unauthorized);
        (await stack.Owner.GetAsync($"/api/admin/users/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stack.RegisterAsync("leaves@music.test")).Dispose();
    }

    [Fact]
    public async Task Who_has_no_password_leaves_after_signing_in_anew()
    {
        using var user = await stack.RegisterAsync("no-password@music.test");
        var id = await IdAsync(user);
        await stack.Stack.WithServiceAsync<SoundFoundry.Api.Identity.IdentityDb, int>(async db =>
        {
            await db.Users.Where(member => member.Id == id).ExecuteUpdateAsync(set => set.SetProperty(member => member.PasswordHash, (string?)null), Stop);
            return await db.Sessions.Where(session => session.UserId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.CreatedAt, session => session.CreatedAt.AddHours(-1)), Stop);
        });
        using var stale = await LeaveAsync(user, "");
        stale.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stale.ReadAsync()).GetProperty("code").GetString().ShouldBe("sign_in_again");

        await stack.Stack.WithServiceAsync<SoundFoundry.Api.Identity.IdentityDb, int>(db => db.Sessions.Where(session => session.UserId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.CreatedAt, session => session.CreatedAt.AddHours(1)), Stop));
        (await LeaveAsync(user, "")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_operator_deletes_a_user_and_nobody_else_reaches_any_of_this()
    {
        using var user = await stack.RegisterAsync("deleted@music.test");
        var id = await IdAsync(user);
        foreach (var path in new[] { "/api/admin/users", $"/api/admin/users/{id}", "/api/admin/invitations" })
            (await user.GetAsync(path, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        (await user.PatchAsJsonAsync($"/api/admin/users/{id}", new { role = "operator" }, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await stack.Owner.DeleteAsync($"/api/admin/users/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await user.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stack.Owner.DeleteAsync($"/api/admin/users/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_invitation_is_shown_once_lets_one_person_in_and_can_be_taken_back()
    {
        using var made = await stack.Owner.PostAsJsonAsync("/api/admin/invitations", new { note = "Ada" }, Stop);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var invitation = await made.ReadAsync();
        var token = new Uri(invitation.GetProperty("link").GetString()!).Query.Split('=')[1];
        var id = invitation.GetProperty("id").GetInt64();
        (await stack.Owner.GetAsJsonAsync("/api/admin/invitations")).ToString().ShouldNotContain(token);

        using var guest = stack.NewBrowser();
        (await guest.PostAsJsonAsync("/api/auth/register", new { name = "Ada", email = "ada@music.test", password = AccountsStack.Password, token }, Stop))
            .StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await stack.Owner.DeleteAsync($"/api/admin/invitations/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var other = await stack.Owner.PostAsJsonAsync("/api/admin/invitations", new { note = "Bob" }, Stop);
        var otherId = (await other.ReadAsync()).GetProperty("id").GetInt64();
        (await stack.Owner.DeleteAsync($"/api/admin/invitations/{otherId}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await stack.Owner.GetAsJsonAsync("/api/admin/invitations")).EnumerateArray()
            .ShouldNotContain(open => open.GetProperty("id").GetInt64() == otherId);
    }

    private static IEnumerable<string?> Emails(JsonElement page) =>
        page.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("email").GetString());

    private static async Task<long> IdAsync(HttpClient browser) => (await browser.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();

    private static async Task<HttpStatusCode> SignInAsync(HttpClient browser, string email)
    {
        using var answer = await browser.PostAsJsonAsync("/api/auth/sign-in", new { email, password = AccountsStack.Password }, Stop);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> LeaveAsync(HttpClient browser, string password) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/me") { Content = JsonContent.Create(new { password }) }, Stop);

    private static async Task RefusedAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.ReadAsync()).GetProperty("code").GetString().ShouldBe("last_operator");
    }
}
