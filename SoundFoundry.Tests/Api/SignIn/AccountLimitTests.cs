using System.Net;
using System.Net.Http.Json;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.SignIn;

public sealed class AccountLimitTests(SharedPostgres postgres)
{
    private const int Burst = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Strangers_use_up_the_tries_of_strangers_but_not_those_of_the_owners_browser()
    {
        await using var stack = new AccountsStack(postgres);
        stack.Settings["Limits:AccountPerMinute"] = "1";
        stack.Settings["Limits:AccountBurst"] = $"{Burst}";
        await stack.InitializeAsync();
        using var owner = await stack.RegisterAsync("besieged@music.test");
        using var other = await stack.RegisterAsync("other@music.test");
        (await owner.PostAsync("/api/auth/sign-out", null, Stop)).EnsureSuccessStatusCode();
        using var stranger = stack.NewBrowser();
        var last = HttpStatusCode.Unauthorized;

        // Twice the burst may pass on a machine so busy that the replica counts by itself for a while.
        for (var i = 0; i <= 2 * Burst && last == HttpStatusCode.Unauthorized; i++) last = await SignInAsync(stranger, "a wrong password");

        last.ShouldBe(HttpStatusCode.TooManyRequests);
        (await SignInAsync(other, AccountsStack.Password)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await SignInAsync(owner, AccountsStack.Password)).ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task<HttpStatusCode> SignInAsync(HttpClient browser, string password)
    {
        using var answer = await browser.PostAsJsonAsync("/api/auth/sign-in", new { email = "besieged@music.test", password }, Stop);
        return answer.StatusCode;
    }
}
