using System.Net;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Renders;

public sealed class CancelAndRetryTests(SharedPostgres postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queued_job_is_canceled_at_once_and_costs_nothing()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        var before = await BalanceAsync(stack);
        var (_, jobId) = await stack.Client.CreateTrackAsync();
        (await BalanceAsync(stack)).ShouldBe(before - 1);

        using var response = await stack.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);

        var job = await response.ReadAsync();
        job.GetProperty("status").GetString().ShouldBe("CANCELED");
        job.GetProperty("charged").GetInt32().ShouldBe(0);
        (await BalanceAsync(stack)).ShouldBe(before);
        using var again = await stack.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_rendering_job_stops_and_leaves_no_audio()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        stack.StartWorker();
        var before = await BalanceAsync(stack);
        var (trackId, jobId) = await stack.Client.CreateTrackAsync("a long one", 90);
        await stack.Client.UntilAsync($"/api/jobs/{jobId}", job => job.GetProperty("progress").GetDouble() > 0);

        using var response = await stack.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stack.Client.JobReachesAsync(jobId, "CANCELED", "COMPLETE")).GetProperty("status").GetString().ShouldBe("CANCELED");
        (await BalanceAsync(stack)).ShouldBe(before);
        using var audio = await stack.Client.GetAsync($"/api/tracks/{trackId}/audio", Cancelled);
        audio.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_canceled_track_is_tried_again_as_a_new_job_on_the_same_track()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        var (trackId, jobId) = await stack.Client.CreateTrackAsync();
        await stack.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);
        stack.StartWorker();

        using var response = await stack.Client.PostAsync($"/api/jobs/{jobId}/retry", null, Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var retried = await response.ReadAsync();
        var newJobId = retried.GetProperty("job_id").GetInt64();
        newJobId.ShouldNotBe(jobId);
        retried.GetProperty("track_id").GetInt64().ShouldBe(trackId);
        await stack.Client.JobReachesAsync(newJobId, "COMPLETE");
        (await stack.Client.GetAsJsonAsync($"/api/jobs/{jobId}")).GetProperty("status").GetString().ShouldBe("CANCELED");
        (await stack.Client.GetAsJsonAsync($"/api/tracks/{trackId}")).GetProperty("job_id").GetInt64().ShouldBe(newJobId);
        using var again = await stack.Client.PostAsync($"/api/jobs/{jobId}/retry", null, Cancelled);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private static Task<long> BalanceAsync(RunningStack stack) => stack.WithDbAsync(db =>
        db.Accounts.Where(account => account.UserId == User.LocalOwnerId).Select(account => account.AvailableCredits).SingleAsync(Cancelled));
}
