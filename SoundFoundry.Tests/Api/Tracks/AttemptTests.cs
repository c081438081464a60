using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Tracks;

public sealed class AttemptTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_try_of_all_jobs_is_told_oldest_first_and_its_cost_to_nobody_but_an_operator()
    {
        using var user = await stack.RegisterAsync("attempts@music.test", credits: 1_000);
        var (track, first) = await user.CreateTrackAsync();
        var (other, _) = await user.CreateTrackAsync();
        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            WITH second AS (
                INSERT INTO jobs (track_id, user_id, status, lane, models_version, quoted_credits, attempt, progress, fence, claims, cancel_requested)
                SELECT track_id, user_id, 'QUEUED', lane, models_version, quoted_credits, 0, 0, 0, 0, false FROM jobs WHERE id = {first} RETURNING id)
            INSERT INTO attempts (job_id, fence, number, provider, model, outcome, error_code, error, cost_usd_micros, ended_at)
            SELECT {first}, 1, 1, 'fal', 'm', 'FAILED', '402', 'no balance', 0, now()
            UNION ALL SELECT {first}, 1, 2, 'replicate', 'n', 'UNKNOWN', 'timeout', 'no answer', 200000, NULL
            UNION ALL SELECT id, 1, 1, 'fal', 'm', 'ACCEPTED', NULL, NULL, NULL, NULL FROM second
            """, Stop));

        var told = (await user.GetAsJsonAsync($"/api/tracks/{track}/attempts")).EnumerateArray().ToList();

        told.Select(one => (one.GetProperty("number").GetInt32(), one.GetProperty("provider").GetString(), one.GetProperty("outcome").GetString(),
            one.GetProperty("reason").GetString(), one.GetProperty("error_code").GetString())).ShouldBe(
            [(1, "fal", "FAILED", "no balance", "402"), (2, "replicate", "UNKNOWN", "no answer", "timeout"), (1, "fal", "ACCEPTED", null, null)]);
        told[2].GetProperty("job_id").GetInt64().ShouldBeGreaterThan(told[1].GetProperty("job_id").GetInt64());
        told.ShouldAllBe(one => one.GetProperty("cost_usd").ValueKind == JsonValueKind.Null);
        (await user.GetAsJsonAsync($"/api/tracks/{other}/attempts")).GetArrayLength().ShouldBe(0);

        await stack.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE tracks SET user_id = 1 WHERE id = {track}", Stop));
        using var plainKey = await stack.WithKeyAsync(stack.Owner, "read");
        using var adminKey = await stack.WithKeyAsync(stack.Owner, "read", "admin");
        (await CostsAsync(stack.Owner, track)).ShouldBe([0m, 0.2m, null]);
        (await CostsAsync(adminKey, track)).ShouldBe([0m, 0.2m, null]);
        (await CostsAsync(plainKey, track)).ShouldBe([null, null, null]);
    }

    private static async Task<List<decimal?>> CostsAsync(HttpClient caller, long track) =>
        [.. (await caller.GetAsJsonAsync($"/api/tracks/{track}/attempts")).EnumerateArray().Select(one => one.GetProperty("cost_usd"))
            .Select(cost => cost.ValueKind == JsonValueKind.Null ? (decimal?)null : cost.GetDecimal())];
}
