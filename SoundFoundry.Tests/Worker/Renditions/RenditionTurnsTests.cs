using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Renditions;

namespace SoundFoundry.Tests.Worker.Renditions;

/// <summary>Whose rendition is made next, and which.</summary>
public sealed class RenditionTurnsTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly RenditionKind[] All = Enum.GetValues<RenditionKind>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_take_turns_however_much_one_of_them_asked_for_before()
    {
        await using var db = await OfAsync((1, "MP3", 90), (1, "WAV", 80), (1, "OGG", 70), (2, "MP3", 20), (2, "WAV", 15), (3, "MP3", 5));

        (await ServeAsync(db, 6)).ShouldBe([(1, "MP3"), (2, "MP3"), (3, "MP3"), (1, "WAV"), (2, "WAV"), (1, "OGG")]);
    }

    [Fact]
    public async Task Who_has_something_made_by_another_worker_lets_others_go_first()
    {
        await using var db = await OfAsync((1, "MP3", 90), (1, "WAV", 80), (2, "MP3", 5));

        var first = (await db.ClaimRenditionAsync(Lease, All, Cancelled))!;
        var second = (await db.ClaimRenditionAsync(Lease, All, Cancelled))!;

        (await UserAsync(db, first), await UserAsync(db, second)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Downloads_are_made_before_the_pictures_that_players_ask_for()
    {
        await using var db = await OfAsync((1, "COVER", 3), (1, "SPECTROGRAM", 2), (2, "FLAC", 2), (2, "MP3", 1));

        (await ServeAsync(db, 4)).ShouldBe([(2, "FLAC"), (2, "MP3"), (1, "COVER"), (1, "SPECTROGRAM")]);
    }

    [Fact]
    public async Task A_picture_that_has_waited_long_has_its_turn_like_a_download()
    {
        await using var db = await OfAsync((1, "COVER", 60), (2, "MP3", 30), (2, "WAV", 29));

        (await ServeAsync(db, 3)).ShouldBe([(2, "MP3"), (1, "COVER"), (2, "WAV")]);
    }

    /// <summary>Nothing but these, asked for so many seconds ago.</summary>
    private async Task<SoundFoundryDb> OfAsync(params (long User, string Kind, int Seconds)[] waiting)
    {
        var db = schema.Open();
        await db.Database.ExecuteSqlAsync($"DELETE FROM renditions", Cancelled);
        foreach (var (user, kind, seconds) in waiting)
        {
            var job = await EmptySchema.QueueJobAsync(db, Cancelled);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO renditions (job_id, user_id, kind, stamp, asked_at)
                VALUES ({job}, {user}, {kind}, 's', now() - make_interval(secs => {seconds}))
                """, Cancelled);
        }

        return db;
    }

    private static async Task<List<(long User, string Kind)>> ServeAsync(SoundFoundryDb db, int times)
    {
        var served = new List<(long, string)>();
        for (var i = 0; i < times; i++)
        {
            var claimed = (await db.ClaimRenditionAsync(Lease, All, Cancelled)).ShouldNotBeNull();
            served.Add((await UserAsync(db, claimed), claimed.KindWord));
            await db.RecordMadeAsync(claimed, "s", "users/1/x", 1, Cancelled);
        }

        return served;
    }

    private static Task<long> UserAsync(SoundFoundryDb db, ClaimedRendition claimed) =>
        db.Renditions.Where(row => row.Id == claimed.Id).Select(row => row.UserId).SingleAsync(Cancelled);
}
