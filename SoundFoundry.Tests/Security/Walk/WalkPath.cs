using System.Globalization;
using System.Net.Http.Json;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Shares;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security.Walk;

/// <summary>Puts into an operation's path what belongs to the user, made for that operation alone.</summary>
internal static class WalkPath
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<string> MakeAsync(string template, WalkWorld world, RunningStack stack)
    {
        var path = template.Replace("{key}", "users/1/tracks/1/1-1.wav").Replace("{provider}", "fal").Replace("{token}", Guid.Empty.ToString());
        if (!path.Contains("{id}", StringComparison.Ordinal)) return path;
        var first = template.Split('/')[2] == "admin" ? template.Split('/')[3] : template.Split('/')[2];
        var id = first switch
        {
            "tracks" => (await world.User.CreateTrackAsync()).TrackId,
            "jobs" => (await world.User.CreateTrackAsync()).JobId,
            "users" => world.UserId,
            "keys" => await MakeKeyAsync(world.User),
            "sessions" => await BeginSessionAsync(world),
            "webhooks" => await MakeWebhookAsync(world.User),
            "playlists" => await MakePlaylistAsync(world.User),
            "shares" => await MakeShareAsync(world, stack),
            "passkeys" or "invitations" => 0,
            _ => throw new InvalidOperationException($"The walk does not know whose id stands in {template}."),
        };
        path = path.Replace("{id}", Text(id));
        if (path.Contains("{trackId}", StringComparison.Ordinal)) path = path.Replace("{trackId}", Text(await FirstTrackAsync(world.User, id)));
        if (path.Contains("{deliveryId}", StringComparison.Ordinal)) path = path.Replace("{deliveryId}", Text(await SendTestAsync(world.User, id)));
        return path.Contains("{lateId}", StringComparison.Ordinal) ? path.Replace("{lateId}", Text(await OfferLateAsync(id, stack))) : path;
    }

    private static async Task<long> MakeKeyAsync(HttpClient user)
    {
        using var made = await user.PostAsJsonAsync("/api/keys", new { name = "walked", scopes = new[] { "read" } }, Stop);
        return (await made.ReadAsync()).GetProperty("id").GetInt64();
    }

    private static async Task<long> MakeWebhookAsync(HttpClient user)
    {
        using var made = await user.PostAsJsonAsync("/api/webhooks", new { url = "https://1.1.1.1/walked" }, Stop);
        made.EnsureSuccessStatusCode();
        var webhook = await made.ReadAsync();
        return (webhook.TryGetProperty("webhook", out var inner) ? inner : webhook).GetProperty("id").GetInt64();
    }

    private static async Task<long> MakePlaylistAsync(HttpClient user)
    {
        var (track, _) = await user.CreateTrackAsync();
        using var made = await user.PostAsJsonAsync("/api/playlists", new { name = "walked", track_ids = new[] { track } }, Stop);
        return (await made.ReadAsync()).GetProperty("id").GetInt64();
    }

    private static async Task<long> FirstTrackAsync(HttpClient user, long playlistId) =>
        (await user.GetAsJsonAsync($"/api/playlists/{playlistId}")).GetProperty("track_ids")[0].GetInt64();

    private static async Task<long> MakeShareAsync(WalkWorld world, RunningStack stack)
    {
        var (track, _) = await world.User.CreateTrackAsync();
        var share = new Share { UserId = world.UserId, TrackId = track, Token = $"walked-{track}", ShowPrompt = false };
        return await stack.WithDbAsync(async db =>
        {
            db.Shares.Add(share);
            await db.SaveChangesAsync(Stop);
            return share.Id;
        });
    }

    private static async Task<long> SendTestAsync(HttpClient user, long webhookId)
    {
        using var sent = await user.PostAsync($"/api/webhooks/{webhookId}/test", null, Stop);
        sent.EnsureSuccessStatusCode();
        return (await sent.ReadAsync()).GetProperty("id").GetInt64();
    }

    private static async Task<long> BeginSessionAsync(WalkWorld world)
    {
        using var second = world.NewBrowser();
        (await second.PostAsJsonAsync("/api/auth/sign-in", new { email = world.UsersAddress, password = AccountsStack.Password }, Stop)).EnsureSuccessStatusCode();
        return (await second.GetAsJsonAsync("/api/sessions")).EnumerateArray().Single(session => session.GetProperty("current").GetBoolean())
            .GetProperty("id").GetInt64();
    }

    /// <summary>Its job fails, and the provider is done after that.</summary>
    private static Task<long> OfferLateAsync(long trackId, RunningStack stack) => stack.WithDbAsync(async db =>
    {
        var job = db.Jobs.Single(row => row.TrackId == trackId);
        var claim = (await db.ClaimAsync(job.Id, "w", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), Stop))!;
        var attempt = (await db.BeginAttemptAsync(claim, 1, EmptySchema.Model, 5, Stop))!;
        var slow = new Failure(FailureClass.TimedOut, "timeout", "too slow");
        await db.EndAttemptAsync(claim, attempt.Id, AttemptOutcome.Failed, slow, Stop);
        (await db.FailAsync(claim, slow, Stop)).ShouldBeTrue();
        var key = SoundFoundry.Core.Storage.AudioKey.ForLate(job.UserId, trackId, job.Id, attempt.Id, "wav");
        (await db.OfferAsync(attempt, OfferedLate.Audio(key), 1, Stop)).ShouldBeTrue();
        return db.LateResults.Single(late => late.AttemptId == attempt.Id).Id;
    });

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
