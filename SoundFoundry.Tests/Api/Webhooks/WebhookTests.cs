using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Users;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Webhooks;

/// <summary>A user's webhooks through the contract, as production has it: nothing of this machine can be told.</summary>
public sealed class WebhookTests(WebhookTests.Production production) : IClassFixture<WebhookTests.Production>
{
    private const string Url = "https://93.184.216.34/hook";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private HttpClient Client => production.Stack.Client;

    [Fact]
    public async Task The_secret_is_told_when_it_is_made_and_never_again()
    {
        var (created, secret) = await CreateAsync(new { url = Url, description = "mine" });
        var id = created.GetProperty("id").GetInt64();

        secret.ShouldStartWith("whsec_");
        created.GetProperty("events").EnumerateArray().Select(e => e.GetString()).ShouldBe(WebhookEvents.Subscribable);
        foreach (var path in new[] { "/api/webhooks", $"/api/webhooks/{id}", $"/api/webhooks/{id}/deliveries" })
            (await Client.GetStringAsync(path, Cancelled)).ShouldNotContain("whsec_");
        using var rotated = await Client.PostAsync($"/api/webhooks/{id}/secret", null, Cancelled);
        var answer = await rotated.ReadAsync();
        answer.GetProperty("secret").GetString().ShouldNotBe(secret);
        answer.GetProperty("webhook").GetProperty("previous_secret_until").GetDateTimeOffset()
            .ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddHours(23));
    }

    [Fact]
    public async Task What_is_changed_is_changed_and_the_rest_stays()
    {
        var (created, _) = await CreateAsync(new { url = Url, description = "mine", events = new[] { "track.failed" } });
        var path = $"/api/webhooks/{created.GetProperty("id").GetInt64()}";

        var disabled = await ChangeAsync(path, new { enabled = false, description = "" });
        var enabled = await ChangeAsync(path, new { enabled = true, url = $"{Url}/other" });

        (disabled.GetProperty("enabled").GetBoolean(), disabled.GetProperty("disabled_reason").GetString(), disabled.GetProperty("description").GetString())
            .ShouldBe((false, "OWNER", null));
        (enabled.GetProperty("enabled").GetBoolean(), enabled.GetProperty("disabled_reason").GetString(), enabled.GetProperty("url").GetString())
            .ShouldBe((true, null, $"{Url}/other"));
        enabled.GetProperty("events").EnumerateArray().Select(e => e.GetString()).ShouldBe(["track.failed"]);
        using (var deleted = await Client.DeleteAsync(path, Cancelled)) deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await Client.GetAsync(path, Cancelled);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"url": "http://93.184.216.34/"}""", "url")]
    [InlineData("""{"url": "https://127.0.0.1/"}""", "url")]
    [InlineData("""{"url": "https://localhost/"}""", "url")]
    [InlineData("""{"url": "https://169.254.169.254/latest"}""", "url")]
    [InlineData("""{"url": "https://user@93.184.216.34/"}""", "url")]
    [InlineData("""{"url": ""}""", "url")]
    [InlineData("""{}""", "url")]
    [InlineData("""{"url": "https://93.184.216.34/", "events": []}""", "events")]
    [InlineData("""{"url": "https://93.184.216.34/", "events": ["webhook.test"]}""", "events")]
    [InlineData("""{"url": "https://93.184.216.34/", "events": ["track.failed", "track.failed"]}""", "events")]
    [InlineData("""{"url": "https://93.184.216.34/", "events": [null]}""", "events")]
    [InlineData("""{"url": "https://93.184.216.34/", "description": "\ud800"}""", "description")]
    public async Task What_is_wrong_is_said_beside_its_field(string body, string field)
    {
        using var response = await Client.PostAsync(
            "/api/webhooks", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.ReadAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task Those_of_others_can_neither_be_seen_nor_touched()
    {
        var (hook, delivery) = await OfAnotherAsync();
        var (mine, _) = await CreateAsync(new { url = Url });

        (await Client.GetStringAsync("/api/webhooks", Cancelled)).ShouldNotContain("another.example.com");
        foreach (var (method, path) in new[]
        {
            ("GET", $"{hook}"), ("PATCH", $"{hook}"), ("DELETE", $"{hook}"), ("POST", $"{hook}/test"), ("POST", $"{hook}/secret"),
            ("GET", $"{hook}/deliveries"), ("POST", $"{hook}/deliveries/{delivery}/redeliver"),
            ("POST", $"{mine.GetProperty("id").GetInt64()}/deliveries/{delivery}/redeliver"),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/webhooks/{path}");
            if (method == "PATCH") request.Content = JsonContent.Create(new { enabled = false });
            using var response = await Client.SendAsync(request, Cancelled);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}");
        }

        var untouched = await production.Stack.WithDbAsync(db => db.Webhooks.SingleAsync(webhook => webhook.Id == hook, Cancelled));
        (untouched.DisabledAt, untouched.PreviousSecret).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_user_has_twenty_at_most_also_when_many_are_made_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            using var response = await Client.PostAsJsonAsync("/api/webhooks", new { url = Url }, Cancelled);
            return response.StatusCode;
        }));

        answers.Distinct().Order().ShouldBe([HttpStatusCode.Created, HttpStatusCode.Conflict]);
        var list = (await Client.GetAsJsonAsync("/api/webhooks")).GetProperty("webhooks").EnumerateArray().ToList();
        list.Count.ShouldBe(20);
        foreach (var webhook in list)
            using (await Client.DeleteAsync($"/api/webhooks/{webhook.GetProperty("id").GetInt64()}", Cancelled)) { }
    }

    [Fact]
    public async Task The_log_of_deliveries_is_read_page_by_page_newest_first()
    {
        var (created, _) = await CreateAsync(new { url = Url });
        var path = $"/api/webhooks/{created.GetProperty("id").GetInt64()}";
        for (var i = 0; i < 5; i++)
            using (await Client.PostAsync($"{path}/test", null, Cancelled)) { }

        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await Client.GetAsJsonAsync($"{path}/deliveries?limit=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            seen.AddRange(page.GetProperty("deliveries").EnumerateArray().Select(d => d.GetProperty("id").GetInt64()));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        seen.Count.ShouldBe(5);
        seen.ShouldBeInOrder(SortDirection.Descending);
        using var bad = await Client.GetAsync($"{path}/deliveries?cursor=dGhpcw", Cancelled);
        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task No_more_is_asked_for_by_hand_while_twenty_deliveries_wait()
    {
        var (created, _) = await CreateAsync(new { url = Url });
        var path = $"/api/webhooks/{created.GetProperty("id").GetInt64()}";
        for (var i = 0; i < 20; i++)
            using (var accepted = await Client.PostAsync($"{path}/test", null, Cancelled)) accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var ended = (await Client.GetAsJsonAsync($"{path}/deliveries?limit=1")).GetProperty("deliveries")[0].GetProperty("id").GetInt64();

        using var refused = await Client.PostAsync($"{path}/test", null, Cancelled);
        using var waiting = await Client.PostAsync($"{path}/deliveries/{ended}/redeliver", null, Cancelled);
        await production.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE webhook_deliveries SET status = 'FAILED', next_at = NULL, ended_at = now() WHERE id = {ended}", Cancelled));
        using (var another = await Client.PostAsync($"{path}/test", null, Cancelled)) another.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var again = await Client.PostAsync($"{path}/deliveries/{ended}/redeliver", null, Cancelled);

        (refused.StatusCode, waiting.StatusCode, again.StatusCode)
            .ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.Accepted, HttpStatusCode.Conflict));
        (await refused.ReadAsync()).GetProperty("code").GetString().ShouldBe("too_many_deliveries");
    }

    [Fact]
    public async Task Who_changed_what_is_in_the_audit_log()
    {
        var (created, _) = await CreateAsync(new { url = Url });
        var id = created.GetProperty("id").GetInt64();
        await ChangeAsync($"/api/webhooks/{id}", new { enabled = false });
        using (await Client.PostAsync($"/api/webhooks/{id}/secret", null, Cancelled)) { }
        using (await Client.DeleteAsync($"/api/webhooks/{id}", Cancelled)) { }

        var acts = await production.Stack.WithDbAsync(db => db.AuditLog
            .Where(entry => entry.Subject == $"webhook {id}").OrderBy(entry => entry.Id).ToListAsync(Cancelled));

        acts.Select(entry => entry.Act).ShouldBe(["webhook.created", "webhook.changed", "webhook.secret_rotated", "webhook.deleted"]);
        acts.ShouldAllBe(entry => entry.ActorId == User.LocalOwnerId && entry.Detail == null);
    }

    private async Task<(JsonElement Webhook, string Secret)> CreateAsync(object request)
    {
        using var response = await Client.PostAsJsonAsync("/api/webhooks", request, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var created = await response.ReadAsync();
        var webhook = created.GetProperty("webhook");
        response.Headers.Location!.ToString().ShouldBe($"/api/webhooks/{webhook.GetProperty("id").GetInt64()}");
        return (webhook, created.GetProperty("secret").GetString()!);
    }

    private async Task<JsonElement> ChangeAsync(string path, object change)
    {
        using var response = await Client.PatchAsJsonAsync(path, change, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.ReadAsync();
    }

    private Task<(long Hook, long Delivery)> OfAnotherAsync() => production.Stack.WithDbAsync(async db =>
    {
        var another = new User { Name = "another" };
        db.Users.Add(another);
        await db.SaveChangesAsync(Cancelled);
        var webhook = new Webhook { UserId = another.Id, Url = "https://another.example.com/", Events = ["track.failed"], Secret = WebhookSecret.New() };
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(Cancelled);
        return (webhook.Id, (await db.NotifyTestAsync(another.Id, webhook.Id, Cancelled))!.Value);
    });

    /// <summary>The Api as production runs it, without a worker.</summary>
    public sealed class Production(SharedPostgres postgres) : IAsyncLifetime
    {
        internal RunningStack Stack { get; } = new(postgres);

        public ValueTask InitializeAsync() => new(Stack.StartApiAsync(CancellationToken.None));

        public ValueTask DisposeAsync() => Stack.DisposeAsync();
    }
}
