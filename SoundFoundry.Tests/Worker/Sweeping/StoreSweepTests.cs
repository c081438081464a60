using System.Net;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Sweeping;

public sealed class StoreSweepTests(SharedPostgres postgres)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_removes_what_losers_left_and_keeps_the_track()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        stack.StartWorker(("Sweeping:Interval", "00:00:01"), ("Sweeping:MinAge", "00:01:00"));
        var (track, job) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(job, "COMPLETE");
        var loser = Put(stack, AudioKey.For(User.LocalOwnerId, track, job, 7, "wav"), TimeSpan.FromMinutes(2));
        var fresh = Put(stack, AudioKey.For(User.LocalOwnerId, track, job, 8, "wav"), TimeSpan.Zero);
        var foreign = Put(stack, AudioKey.For(User.LocalOwnerId, track, job + 1_000, 1, "wav"), TimeSpan.FromDays(2));
        var temporary = Put(stack, "tmp/yesterday.wav", TimeSpan.FromDays(2));
        var halfWritten = Put(stack, ".incoming/half", TimeSpan.FromDays(2));

        await GoneAsync(loser, temporary, halfWritten);

        File.Exists(fresh).ShouldBeTrue();
        File.Exists(foreign).ShouldBeTrue();
        (await stack.Client.GetByteArrayAsync($"/api/tracks/{track}/audio", Cancelled)).Length.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public async Task The_audio_of_a_deleted_track_goes_when_it_can_not_be_restored_any_more()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled, settings: new Dictionary<string, string> { ["Storage:KeepDeleted"] = "00:00:00" });
        stack.StartWorker(("Sweeping:Interval", "00:00:01"), ("Sweeping:MinAge", "00:00:00"));
        var (track, job) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(job, "COMPLETE");
        var audio = Directory.EnumerateFiles(Path.Combine(stack.AudioFolder, "users"), $"{job}-*", SearchOption.AllDirectories).Single();
        using var deleted = await stack.Client.DeleteAsync($"/api/tracks/{track}", Cancelled);

        using var restored = await stack.Client.PostAsync($"/api/tracks/{track}/restore", null, Cancelled);

        restored.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE tracks SET deleted_at = deleted_at - interval '2 minutes' WHERE id = {track}", Cancelled));
        await GoneAsync(audio);
    }

    private static string Put(RunningStack stack, string key, TimeSpan age)
    {
        var file = Path.Combine(stack.AudioFolder, key);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "left over");
        File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime - age);
        return file;
    }

    private static async Task GoneAsync(params string[] files)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        while (files.Any(File.Exists)) await Task.Delay(Glance, TimeProvider.System, patience.Token);
    }
}
