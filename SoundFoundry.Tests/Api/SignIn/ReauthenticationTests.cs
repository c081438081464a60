using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.SignIn;

/// <summary>A stolen session does not give the account away.</summary>
public sealed class ReauthenticationTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Long_after_signing_in_a_passkey_is_added_with_the_password_only()
    {
        using var browser = await StaleAsync("stale@music.test", hasPassword: true);

        using var without = await browser.PostAsync("/api/passkeys/options", null, Stop);
        using var wrong = await browser.PostAsJsonAsync("/api/passkeys/options", new { password = "not the password" }, Stop);
        using var right = await browser.PostAsJsonAsync("/api/passkeys/options", new { password = AccountsStack.Password }, Stop);

        without.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await without.ReadAsync()).GetProperty("code").GetString().ShouldBe("sign_in_again");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Long_after_signing_in_no_first_password_is_set()
    {
        using var browser = await StaleAsync("stale-without@music.test", hasPassword: false);

        using var refused = await browser.PostAsJsonAsync("/api/me/password", new { password = "quite another password" }, Stop);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsJsonAsync("/api/me")).GetProperty("has_password").GetBoolean().ShouldBeFalse();
    }

    private async Task<HttpClient> StaleAsync(string email, bool hasPassword)
    {
        var browser = await stack.RegisterAsync(email);
        await stack.Stack.WithServiceAsync<IdentityDb, int>(async db =>
        {
            var member = await db.Users.SingleAsync(row => row.Email == email, Stop);
            if (!hasPassword) member.PasswordHash = null;
            await db.SaveChangesAsync(Stop);
            return await db.Sessions.Where(session => session.UserId == member.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.CreatedAt, DateTimeOffset.UnixEpoch), Stop);
        });
        return browser;
    }
}
