using System.Net;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.SignIn;

public sealed class WelcomeTests(SharedPostgres postgres)
{
    [Fact]
    public async Task A_new_user_begins_with_the_credits_that_everyone_is_given_and_can_spend_no_more()
    {
        await using var accounts = new AccountsStack(postgres) { Settings = { ["Credits:Welcome"] = "1" } };
        await accounts.InitializeAsync();
        using var user = await accounts.RegisterAsync("welcome@music.test");
        (await user.GetAsJsonAsync("/api/credits")).GetProperty("balance").GetInt64().ShouldBe(1);

        using var first = await user.PostTrackAsync(new { prompt = "rain", duration_s = 5 });
        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var second = await user.PostTrackAsync(new { prompt = "more rain", duration_s = 5 });
        second.StatusCode.ShouldBe(HttpStatusCode.PaymentRequired);
    }
}
