using SoundFoundry.Tests.Web.Create;
using SoundFoundry.Tests.Web.Library;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;
using SoundFoundry.Web.Live;
using Words = SoundFoundry.Web.Live.Words;

namespace SoundFoundry.Tests.Web.Live;

public sealed class JobWordsTests
{
    private static readonly JobWords Say = new(new ProviderNames(ALanguage.Of<Words>()), ALanguage.Of<Words>());

    [Theory]
    [InlineData(0, "You were not charged.")]
    [InlineData(1, "1 credit was charged.")]
    [InlineData(4, "4 credits were charged.")]
    [InlineData(null, null)]
    public void What_a_job_cost_is_said_plainly(int? credits, string? words) =>
        Say.Charge(TrackRowTests.AJob() with { Charged = credits }).ShouldBe(words);

    [Fact]
    public void A_failure_is_announced_with_its_reason_and_what_it_cost()
    {
        var job = TrackRowTests.AJob(status: JobStatus.Failed) with { Error = "The provider refused the prompt.", Charged = 0 };

        new Announcements(Say, ALanguage.Of<SoundFoundry.Web.Library.Words>()).Of(new TrackRow(TrackRowTests.ATrack()).With(job))
            .ShouldBe("rain failed. The provider refused the prompt. You were not charged.");
    }

    [Theory]
    [InlineData(1, "Next in the queue")]
    [InlineData(7, "Number 7 in the queue")]
    [InlineData(null, "Waiting to start")]
    public void A_waiting_job_tells_its_place(int? position, string words) =>
        Say.Stage(TrackRowTests.AJob(status: JobStatus.Queued) with { QueuePosition = position }).ShouldBe(words);

    [Fact]
    public void Who_waits_behind_a_paused_queue_is_told_so() =>
        Say.Stage(TrackRowTests.AJob(status: JobStatus.Queued) with { QueuePosition = 1, Paused = true })
            .ShouldBe("The queue is paused by the operator");

    [Theory]
    [InlineData("rendering", "studio", "Rendering")]
    [InlineData("rendering", "fal", "Rendering at fal.ai")]
    [InlineData("waiting_at_provider", "replicate", "Waiting at Replicate")]
    [InlineData("searching", "fal", "fal.ai did not answer; looking for the track there")]
    [InlineData("fetching", "replicate", "Fetching it from Replicate")]
    [InlineData("canceling", "fal", "Canceling")]
    [InlineData("some_later_stage", null, "Some later stage")]
    [InlineData(null, null, "Starting")]
    public void A_render_tells_what_it_is_at_and_where(string? stage, string? provider, string words) =>
        Say.Stage(TrackRowTests.AJob() with { Stage = stage, Provider = provider }).ShouldBe(words);

    [Theory]
    [InlineData("studio", 1, "by the built-in studio")]
    [InlineData("fal", 1, "by fal.ai")]
    [InlineData("replicate", 2, "by Replicate, at the second try")]
    [InlineData("fal", 3, "by fal.ai, at the third try")]
    [InlineData("fal", 7, "by fal.ai, after 7 tries")]
    public void A_track_that_took_more_than_one_try_says_so_and_not_whose(string provider, int attempts, string words) =>
        Say.Maker(TrackRowTests.ATrack() with { Provider = provider, Attempts = attempts }).ShouldBe(words);

    [Theory]
    [InlineData(0, "Next in fal.ai's queue")]
    [InlineData(2, "Number 3 in fal.ai's queue")]
    [InlineData(null, "Waiting at fal.ai")]
    public void The_place_in_the_providers_own_queue_is_told_where_it_is_known(int? before, string words) => Say.Stage(
        TrackRowTests.AJob() with { Stage = "waiting_at_provider", Provider = "fal", ProviderPosition = before }).ShouldBe(words);

    [Theory]
    [InlineData("fal can't be reached", "fal.ai can't be reached.")]
    [InlineData("fal refused it.", "fal.ai refused it.")]
    [InlineData(null, "It did not work, and no reason was given.")]
    public void A_failure_is_said_in_a_sentence(string? error, string words) =>
        Say.Reason(TrackRowTests.AJob(status: JobStatus.Failed) with { Error = error }).ShouldBe(words);
}
