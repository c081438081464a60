using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Tests.Web.Library;

public sealed class TrackRowTests
{
    [Fact]
    public void Progress_never_goes_back_within_one_job()
    {
        var row = new TrackRow(ATrack()).With(AJob(version: 1, progress: 0.6)).With(AJob(version: 2, progress: 0.4));

        row.Progress.ShouldBe(0.6);
    }

    [Fact]
    public void A_retry_begins_at_nothing()
    {
        var row = new TrackRow(ATrack()).With(AJob(version: 5, progress: 0.6)).With(AJob(id: 11, version: 6, progress: 0));

        row.Progress.ShouldBe(0);
        row.Track.JobId.ShouldBe(11);
    }

    [Fact]
    public void News_that_arrives_late_changes_nothing()
    {
        var row = new TrackRow(ATrack()).With(AJob(version: 2, status: JobStatus.Complete));

        row.With(AJob(version: 1, status: JobStatus.Rendering)).ShouldBeSameAs(row);
    }

    [Fact]
    public void News_of_a_job_that_was_replaced_changes_nothing()
    {
        var row = new TrackRow(ATrack()).With(AJob(id: 11, version: 6));

        row.With(AJob(id: 10, version: 7, status: JobStatus.Canceled)).ShouldBeSameAs(row);
    }

    [Fact]
    public void A_queue_that_moves_is_shown_although_the_version_stays()
    {
        var waiting = AJob(status: JobStatus.Queued);
        var row = new TrackRow(ATrack()).With(waiting with { QueuePosition = 4 }).With(waiting with { QueuePosition = 3 });

        row.Job!.QueuePosition.ShouldBe(3);
    }

    [Theory]
    [InlineData("Warm ambient pad", "Warm ambient pad")]
    [InlineData("  two\nlines ", "two lines")]
    [InlineData(
        "a prompt of many words that goes on and on until it has to be cut",
        "a prompt of many words that goes on and on until it has to…")]
    public void A_track_without_a_title_is_called_by_the_beginning_of_its_prompt(string prompt, string name) =>
        new TrackRow(ATrack() with { Prompt = prompt }).Name.ShouldBe(name);

    [Fact]
    public void A_name_is_never_cut_inside_a_character()
    {
        var name = new TrackRow(ATrack() with { Prompt = "x" + string.Concat(Enumerable.Repeat("🎹", 60)) }).Name;

        name.ShouldEndWith("🎹…");
        char.IsLowSurrogate(name[^2]).ShouldBeTrue();
    }

    internal static Track ATrack() =>
        new(1, 10, null, "rain", 30, false, JobStatus.Queued, null, null, null, null, 0, false, DateTimeOffset.UnixEpoch);

    internal static Job AJob(long id = 10, long version = 1, JobStatus status = JobStatus.Rendering, double progress = 0) =>
        new(id, 1, status, "studio", 1, "rendering", progress, null, 1, null, null, version);
}
