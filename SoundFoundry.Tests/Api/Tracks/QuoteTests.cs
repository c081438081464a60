using System.Net;
using System.Text.Json;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Tracks;

public sealed class QuoteTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    [Fact]
    public async Task A_quote_is_what_creating_then_holds_and_makes_nothing()
    {
        using var user = await stack.RegisterAsync("quote@music.test", credits: 1_000);
        var body = new { prompt = "three of a kind", duration_s = 60, variations = 3 };

        using var quoted = await user.PostJsonAsync("/api/tracks/quote", body);
        var before = await user.GetAsJsonAsync("/api/tracks/ids");
        using var made = await user.PostTrackAsync(body);

        quoted.StatusCode.ShouldBe(HttpStatusCode.OK);
        var quote = await quoted.ReadAsync();
        before.GetProperty("ids").GetArrayLength().ShouldBe(0);
        quote.GetProperty("balance").GetInt64().ShouldBe(1_000);
        quote.GetProperty("provider").GetString().ShouldBe("studio");
        quote.GetProperty("credits").GetInt64().ShouldBe((await made.ReadAsync()).GetProperty("credits_held").GetInt64());
        (quote.GetProperty("per_track").GetInt64() * 3).ShouldBe(quote.GetProperty("credits").GetInt64());
    }

    [Theory]
    [InlineData("""{"prompt":"rain","model":"none of ours"}""")]
    [InlineData("""{"prompt":"rain","provider":"nobody"}""")]
    [InlineData("""{"prompt":"","duration_s":1}""")]
    public async Task What_could_not_be_made_is_refused_as_creating_refuses_it(string body)
    {
        using var quoted = await PostAsync("/api/tracks/quote", body);
        using var made = await PostAsync("/api/tracks", body);

        quoted.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Errors(await quoted.ReadAsync()).ShouldBe(Errors(await made.ReadAsync()));
    }

    [Fact]
    public async Task Who_insisted_on_a_provider_is_told_so_with_the_track()
    {
        using var user = await stack.RegisterAsync("asked@music.test", credits: 1_000);
        using var pinned = await user.PostTrackAsync(new { prompt = "rain", duration_s = 5, provider = "studio" });
        using var free = await user.PostTrackAsync(new { prompt = "rain", duration_s = 5 });

        var first = await user.GetAsJsonAsync($"/api/tracks/{(await pinned.ReadAsync()).GetProperty("track_id").GetInt64()}");
        var second = await user.GetAsJsonAsync($"/api/tracks/{(await free.ReadAsync()).GetProperty("track_id").GetInt64()}");

        first.GetProperty("asked_provider").GetString().ShouldBe("studio");
        first.GetProperty("asked_model").ValueKind.ShouldBe(JsonValueKind.Null);
        second.GetProperty("asked_provider").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) =>
        stack.Owner.PostAsync(path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    private static string Errors(JsonElement problem) => problem.GetProperty("errors").ToString();
}
