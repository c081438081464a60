using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Keys;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Keys;

public sealed class KeyTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_shown_once_and_later_known_by_its_prefix_only()
    {
        using var user = await stack.RegisterAsync("once@music.test");
        using var made = await user.PostAsJsonAsync("/api/keys", new { name = "script", scopes = new[] { "read" } }, Stop);
        var key = (await made.ReadAsync()).GetProperty("key").GetString()!;
        var listed = (await user.GetAsJsonAsync("/api/keys")).EnumerateArray().Single();
        listed.TryGetProperty("key", out _).ShouldBeFalse();
        key.ShouldStartWith(listed.GetProperty("prefix").GetString()!);
    }

    [Fact]
    public async Task A_key_does_what_its_scopes_say_and_no_more()
    {
        using var user = await stack.RegisterAsync("scoped@music.test");
        using var reader = await stack.WithKeyAsync(user, "read");
        using var maker = await stack.WithKeyAsync(user, "create");
        (await reader.GetAsync("/api/tracks", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.PostTrackAsync(new { prompt = "rain" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await maker.GetAsync("/api/tracks", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await maker.PostTrackAsync(new { prompt = "rain" })).StatusCode.ShouldBe(HttpStatusCode.PaymentRequired);
    }

    [Fact]
    public async Task A_key_makes_no_keys_and_ends_no_sessions()
    {
        using var key = await stack.WithKeyAsync(stack.Owner, "read", "create", "admin");
        foreach (var path in new[] { "/api/keys", "/api/sessions" })
            (await key.GetAsync(path, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
    }

    [Fact]
    public async Task Only_an_operators_key_of_the_scope_admin_reaches_the_operators_endpoints()
    {
        using var user = await stack.RegisterAsync("no-operator@music.test");
        (await user.PostAsJsonAsync("/api/keys", new { name = "x", scopes = new[] { "admin" } }, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var plain = await stack.WithKeyAsync(stack.Owner, "read", "create");
        using var admin = await stack.WithKeyAsync(stack.Owner, "admin");
        (await plain.GetAsync("/api/admin/queue", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await user.GetAsync("/api/admin/queue", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await admin.GetAsync("/api/admin/queue", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_revoked_and_an_unknown_key_open_nothing_and_none_is_made_that_has_ended()
    {
        using var user = await stack.RegisterAsync("revoked@music.test");
        using var key = await stack.WithKeyAsync(user, "read");
        (await key.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var id = (await user.GetAsJsonAsync("/api/keys")).EnumerateArray().Single().GetProperty("id").GetInt64();
        (await stack.Owner.DeleteAsync($"/api/keys/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await user.DeleteAsync($"/api/keys/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await key.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var guessed = stack.WithKey("sf_" + new string('a', 43));
        (await guessed.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await user.PostAsJsonAsync("/api/keys", new { name = "x", scopes = new[] { "read" }, expires_at = "2020-01-01T00:00:00Z" }, Stop))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_key_that_was_made_while_its_user_was_deleted_opens_nothing()
    {
        const string token = "sf_made-too-late";
        await stack.Stack.WithServiceAsync<IdentityDb, int>(identity =>
        {
            identity.ApiKeys.Add(new ApiKey
            {
                UserId = 987_654, Name = "orphan", Prefix = "sf_made-too", Hash = SecretToken.Hash(token), Scopes = ["read", "create", "admin"],
            });
            return identity.SaveChangesAsync(Stop);
        });
        using var program = stack.WithKey(token);
        (await program.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_expired_key_opens_nothing()
    {
        using var user = await stack.RegisterAsync("expires@music.test");
        using var key = await stack.WithKeyAsync(user, "read");
        await stack.Stack.WithServiceAsync<IdentityDb, int>(identity => identity.ApiKeys
            .Where(row => row.Prefix == key.DefaultRequestHeaders.Authorization!.Parameter!.Substring(0, 11))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, DateTimeOffset.UnixEpoch), Stop));
        (await key.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_event_stream_ends_soon_after_its_key_is_revoked()
    {
        using var user = await stack.RegisterAsync("listens@music.test");
        using var program = await stack.WithKeyAsync(user, "read");
        using var stream = await program.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Stop));
        (await reader.ReadLineAsync(Stop)).ShouldNotBeNull();
        var id = (await user.GetAsJsonAsync("/api/keys")).EnumerateArray().Single().GetProperty("id").GetInt64();
        (await user.DeleteAsync($"/api/keys/{id}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (await reader.ReadLineAsync(patience.Token) is not null)
        {
        }
    }

    [Theory]
    [InlineData("""{"name":"x","scopes":["everything"]}""")]
    [InlineData("""{"name":"x","scopes":[]}""")]
    [InlineData("""{"name":"x","scopes":[null]}""")]
    [InlineData("""{"name":" ","scopes":["read"]}""")]
    public async Task A_key_without_name_or_known_scope_is_refused(string body)
    {
        using var refused = await stack.Owner.PostAsync("/api/keys", new StringContent(body, null, "application/json"), Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
