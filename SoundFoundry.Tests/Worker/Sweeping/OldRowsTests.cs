using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Worker.Sweeping;

public sealed class OldRowsTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_and_workers_are_forgotten_after_a_day_and_not_before()
    {
        await using var db = schema.Open();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO idempotency_keys (user_id, key, request_hash, created_at)
            SELECT {EmptySchema.UserId}, 'key-' || hour, 'h', now() - make_interval(hours => hour) FROM generate_series(1, 2500) AS hour;
            INSERT INTO workers (id, studio_slots, remote_slots, seen_at)
            VALUES ('gone', 1, 1, now() - interval '25 hours'), ('here', 1, 1, now() - interval '23 hours')
            """, Cancelled);

        (await db.ForgetAsync(Cancelled)).ShouldBe(2500 - 23 + 1);

        (await db.IdempotencyKeys.CountAsync(Cancelled)).ShouldBe(23);
        (await db.Workers.SingleAsync(Cancelled)).Id.ShouldBe("here");
        (await db.ForgetAsync(Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task Deliveries_of_webhooks_are_forgotten_after_thirty_days_and_not_before()
    {
        await using var db = schema.Open();
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH hook AS (
                INSERT INTO webhooks (user_id, url, events, secret)
                VALUES ({EmptySchema.UserId}, 'https://hooks.example.com/', ARRAY['track.failed'], 'whsec_') RETURNING id)
            INSERT INTO webhook_deliveries (webhook_id, user_id, event, data, created_at)
            SELECT id, {EmptySchema.UserId}, 'track.failed', jsonb_build_object(), now() - make_interval(days => day, mins => 1)
            FROM hook, generate_series(1, 40) AS day
            """, Cancelled);

        await db.ForgetAsync(Cancelled);

        (await db.WebhookDeliveries.CountAsync(Cancelled)).ShouldBe(29);
    }

    [Fact]
    public async Task Playlists_are_forgotten_once_they_can_not_be_restored_and_not_before()
    {
        await using var db = schema.Open();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO playlists (user_id, name, deleted_at)
            SELECT {EmptySchema.UserId}, 'list ' || day, now() - make_interval(days => day, mins => 1) FROM generate_series(1, 9) AS day
            UNION ALL SELECT {EmptySchema.UserId}, 'kept', NULL
            """, Cancelled);

        (await db.ForgetPlaylistsAsync(TimeSpan.FromDays(4), Cancelled)).ShouldBe(6);

        (await db.Playlists.OrderBy(list => list.Name).Select(list => list.Name).ToListAsync(Cancelled)).ShouldBe(["kept", "list 1", "list 2", "list 3"]);
    }
}
