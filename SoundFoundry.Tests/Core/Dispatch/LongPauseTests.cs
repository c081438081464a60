using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Core.Dispatch;

public sealed class LongPauseTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_through_a_pause_of_days_is_not_given_up_and_has_its_full_time_again_afterwards()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        await db.SetDispatchModeAsync(DispatchMode.Paused, Cancelled);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET created_at = now() - interval '3 days', deadline_at = now() - interval '2 days' WHERE id = {id}", Cancelled);

        (await db.FindHopelessAsync(Cancelled)).ShouldBeEmpty();
        (await db.SetDispatchModeAsync(DispatchMode.Running, Cancelled)).ShouldBeTrue();

        (await db.FindHopelessAsync(Cancelled)).ShouldBeEmpty();
        var claim = (await db.ClaimAsync(id, "worker", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), Cancelled)).ShouldNotBeNull();
        (await db.PutOffAsync(claim, TimeSpan.FromHours(1), 1, new Failure(FailureClass.RateLimited, "429", "Busy."), Cancelled)).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_pause_what_waited_beyond_its_time_is_given_up()
    {
        await using var db = schema.Open();
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        await db.Database.ExecuteSqlAsync($"UPDATE jobs SET deadline_at = now() - interval '1 second' WHERE id = {id}", Cancelled);

        (await db.FindHopelessAsync(Cancelled)).ShouldContain(hopeless => hopeless.JobId == id);
    }
}
