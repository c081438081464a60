using System.Net;
using System.Net.Http.Json;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security;

/// <summary>Stolen pairs of address and password are tried, each once, so that no account ever sees a second try.</summary>
public sealed class CredentialStuffingTests(SharedPostgres postgres)
{
    private const int Pairs = 30;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_address_that_tries_many_accounts_is_soon_turned_away_with_the_time_to_wait()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Stop, settings: new Dictionary<string, string> { ["Auth:Mode"] = "Accounts" });

        var answers = new List<HttpStatusCode>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            using var answer = await stack.Client.PostAsJsonAsync(
                "/api/auth/sign-in", new { email = $"stolen-{pair}@music.test", password = $"stolen password {pair}" }, Stop);
            answers.Add(answer.StatusCode);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests) continue;
            answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
            (await answer.ReadAsync()).GetProperty("code").GetString().ShouldBe("rate_limited");
        }

        answers[0].ShouldBe(HttpStatusCode.Unauthorized);
        answers.ShouldAllBe(status => status == HttpStatusCode.Unauthorized || status == HttpStatusCode.TooManyRequests);
        answers.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBeGreaterThan(Pairs / 3);
    }
}
