using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.SignIn;

/// <summary>What is counted before it is done stays true while others do the same.</summary>
public sealed class WaysInTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private const string Issuer = "https://elsewhere.test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_removals_at_once_the_last_way_in_is_spared()
    {
        const int logins = 8;
        using var browser = await stack.RegisterAsync("removes-all@music.test");
        var id = (await browser.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();
        await stack.Stack.WithServiceAsync<IdentityDb, int>(async db =>
        {
            (await db.Users.SingleAsync(member => member.Id == id, Stop)).PasswordHash = null;
            for (var i = 0; i < logins; i++)
                db.UserLogins.Add(new IdentityUserLogin<long> { UserId = id, LoginProvider = Issuer, ProviderKey = $"{id}-{i}" });
            return await db.SaveChangesAsync(Stop);
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, logins).Select(i =>
            browser.DeleteAsync($"/api/me/logins?provider={Uri.EscapeDataString(Issuer)}&subject={id}-{i}", Stop)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.NoContent).ShouldBe(logins - 1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(1);
        (await browser.GetAsJsonAsync("/api/me/logins")).GetArrayLength().ShouldBe(1);
    }
}
