using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security;

/// <summary>Fields that a client has no say in are sent along, in the spelling of the contract and in that of the code.</summary>
public sealed class MassAssignmentTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private const string Smuggled =
        """
        "id":1,"Id":1,"user_id":1,"UserId":1,"job_id":1,"track_id":1,"status":"COMPLETE","credits":1000000,"balance":1000000,"cost_credits":0,
        "credits_held":0,"quoted_credits":0,"created_at":"2000-01-01T00:00:00Z","deleted_at":"2000-01-01T00:00:00Z","role":"operator",
        "is_operator":true,"IsOperator":true,"email_confirmed":true,"hash":"AA==","prefix":"sf_","suspended_at":null,"file_url":"http://evil.example/"
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_registers_as_an_operator_with_credits()
    {
        using var browser = stack.NewBrowser();
        using var made = await SendAsync(
            browser, HttpMethod.Post, "/api/auth/register", $$"""{"name":"M","email":"mass@music.test","password":"{{AccountsStack.Password}}",{{Smuggled}}}""");
        made.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var me = await browser.GetAsJsonAsync("/api/me");
        me.GetProperty("id").GetInt64().ShouldNotBe(1);
        me.GetProperty("role").GetString().ShouldBe("user");
        me.GetProperty("email_confirmed").GetBoolean().ShouldBeFalse();
        me.GetProperty("created_at").GetDateTimeOffset().Year.ShouldBeGreaterThan(2000);
        using var track = await browser.PostTrackAsync(new { prompt = "free?", duration_s = 5 });
        track.StatusCode.ShouldBe(HttpStatusCode.PaymentRequired);
        (await browser.GetAsync("/api/admin/queue", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_user_changes_nothing_of_themselves_but_the_name()
    {
        using var browser = await stack.RegisterAsync("changer@music.test");
        var before = await browser.GetAsJsonAsync("/api/me");

        using var changed = await SendAsync(browser, HttpMethod.Patch, "/api/me", $$"""{"name":"New","email":"{{AccountsStack.OwnersAddress}}",{{Smuggled}}}""");

        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        Without(await browser.GetAsJsonAsync("/api/me"), "name").ShouldBe(Without(before, "name"));
    }

    [Fact]
    public async Task A_track_belongs_to_whom_pays_for_it_and_stands_as_it_stands()
    {
        using var browser = await stack.RegisterAsync("tracks@music.test");
        var user = (await browser.GetAsJsonAsync("/api/me")).GetProperty("id").GetInt64();
        (await stack.Owner.PostAsJsonAsync($"/api/admin/users/{user}/credits", new { credits = 1_000, reason = "a test" }, Stop)).EnsureSuccessStatusCode();

        using var made = await SendAsync(browser, HttpMethod.Post, "/api/tracks", $$"""{"prompt":"mine","duration_s":5,{{Smuggled}}}""");
        made.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var created = await made.ReadAsync();
        var id = created.GetProperty("track_id").GetInt64();

        created.GetProperty("credits_held").GetInt64().ShouldBeGreaterThan(0);
        var track = await browser.GetAsJsonAsync($"/api/tracks/{id}");
        track.GetProperty("status").GetString().ShouldBe("QUEUED");
        track.GetProperty("created_at").GetDateTimeOffset().Year.ShouldBeGreaterThan(2000);
        (await stack.Owner.GetAsync($"/api/tracks/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var changed = await SendAsync(browser, HttpMethod.Patch, $"/api/tracks/{id}", $$"""{"title":"Named","prompt":"another",{{Smuggled}}}""");
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        Without(await browser.GetAsJsonAsync($"/api/tracks/{id}"), "title").ShouldBe(Without(track, "title"));
    }

    [Fact]
    public async Task A_key_is_the_maker_s_own()
    {
        using var browser = await stack.RegisterAsync("keys@music.test");

        using var made = await SendAsync(browser, HttpMethod.Post, "/api/keys", $$"""{"name":"k","scopes":["read"],"key":"sf_mine",{{Smuggled}}}""");

        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var key = (await made.ReadAsync()).GetProperty("key").GetString()!;
        key.ShouldNotBe("sf_mine");
        using var program = stack.WithKey(key);
        (await program.GetAsJsonAsync("/api/me")).GetProperty("email").GetString().ShouldBe("keys@music.test");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string json) =>
        client.SendAsync(new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") }, Stop);

    private static string Without(JsonElement json, string name) =>
        string.Join('\n', json.EnumerateObject().Where(member => member.Name != name).Select(member => member.ToString()));
}
