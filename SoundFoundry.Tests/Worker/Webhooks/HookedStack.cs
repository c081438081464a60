using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Users;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Webhooks;

/// <summary>The running stack with two workers, whose webhooks may lead to this machine.</summary>
public sealed class HookedStack(SharedPostgres postgres) : IAsyncLifetime
{
    public const int TimeoutSeconds = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    internal RunningStack Stack { get; } = new(postgres);

    internal HttpClient Client => Stack.Client;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string>
        {
            ["ENVIRONMENT"] = "Development",
            ["Providers:Default"] = "studio",
            ["Webhooks:AllowLoopback"] = "true",
        };
        await Stack.StartApiAsync(CancellationToken.None, settings: settings);
        StartWorker();
        StartWorker();
    }

    internal void StartWorker(int timeoutSeconds = TimeoutSeconds) =>
        Stack.StartWorker(("Webhooks:Timeout", TimeSpan.FromSeconds(timeoutSeconds).ToString("c", CultureInfo.InvariantCulture)));

    /// <summary>A webhook made through the contract.</summary>
    internal async Task<(long Id, string Secret)> AddAsync(Receiver receiver)
    {
        using var response = await Client.PostAsJsonAsync("/api/webhooks", new { url = receiver.Url }, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var created = await response.ReadAsync();
        return (created.GetProperty("webhook").GetProperty("id").GetInt64(), created.GetProperty("secret").GetString()!);
    }

    /// <summary>Deliveries that are due now, past the contract, so that they may stand at any attempt.</summary>
    /// <returns>The last one's id.</returns>
    internal async Task<long> QueueAsync(long webhookId, int count = 1, int attempts = 0) => (await Stack.WithDbAsync(db => db.Database.SqlQuery<long>(
        $"""
        INSERT INTO webhook_deliveries (webhook_id, user_id, event, data, attempts)
        SELECT id, user_id, 'track.completed', jsonb_build_object('number', number), {attempts}
        FROM webhooks, generate_series(1, {count}) AS number WHERE id = {webhookId}
        RETURNING id AS "Value"
        """).ToListAsync(Cancelled))).Max();

    internal async Task<long> TestAsync(long webhookId)
    {
        using var response = await Client.PostAsync($"/api/webhooks/{webhookId}/test", null, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return (await response.ReadAsync()).GetProperty("id").GetInt64();
    }

    /// <summary>Makes the time of its next try come.</summary>
    internal Task ComeDueAsync(long deliveryId) => Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
        $"UPDATE webhook_deliveries SET next_at = now() WHERE id = {deliveryId} AND next_at IS NOT NULL", Cancelled));

    internal async Task<WebhookDelivery> UntilAsync(long deliveryId, Func<WebhookDelivery, bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        while (true)
        {
            var delivery = await Stack.WithDbAsync(db => db.WebhookDeliveries.AsNoTracking().SingleAsync(d => d.Id == deliveryId, Cancelled));
            if (isSo(delivery)) return delivery;
            if (patience.IsCancellationRequested) throw new TimeoutException($"Last: {JsonSerializer.Serialize(delivery)}");
            await Task.Delay(Glance, TimeProvider.System, Cancelled);
        }
    }

    internal Task<JsonElement> WebhookAsync(long id) => Client.GetAsJsonAsync($"/api/webhooks/{id}");

    /// <summary>A user beside the one of local mode, with a webhook.</summary>
    internal Task<long> AddOfAnotherAsync(Receiver receiver, long userId) => Stack.WithDbAsync(async db =>
    {
        db.Users.Add(new User { Id = userId, Name = "another" });
        var webhook = new Webhook { UserId = userId, Url = receiver.Url, Events = [.. WebhookEvents.Subscribable], Secret = WebhookSecret.New() };
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(Cancelled);
        return webhook.Id;
    });

    public ValueTask DisposeAsync() => Stack.DisposeAsync();
}
