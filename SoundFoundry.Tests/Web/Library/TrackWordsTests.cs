using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Tests.Web.Library;

public sealed class TrackWordsTests
{
    [Theory]
    [InlineData(0, "You were not charged.")]
    [InlineData(1, "1 credit was charged.")]
    [InlineData(4, "4 credits were charged.")]
    [InlineData(null, null)]
    public void What_a_job_cost_is_said_plainly(int? credits, string? words) =>
        TrackWords.Charge(TrackRowTests.AJob() with { Charged = credits }).ShouldBe(words);

    [Fact]
    public void A_failure_is_announced_with_its_reason_and_what_it_cost()
    {
        var job = TrackRowTests.AJob(status: JobStatus.Failed) with { Error = "The provider refused the prompt.", Charged = 0 };

        TrackWords.Announce(new TrackRow(TrackRowTests.ATrack()).With(job))
            .ShouldBe("rain failed. The provider refused the prompt. You were not charged.");
    }

    [Theory]
    [InlineData(1, "Next in the queue")]
    [InlineData(7, "Number 7 in the queue")]
    [InlineData(null, "Waiting to start")]
    public void A_waiting_job_tells_its_place(int? position, string words) =>
        TrackWords.Stage(TrackRowTests.AJob(status: JobStatus.Queued) with { QueuePosition = position }).ShouldBe(words);

    [Theory]
    [InlineData(5, "0:05")]
    [InlineData(59.98, "1:00")]
    [InlineData(240, "4:00")]
    public void Lengths_read_like_a_clock(double seconds, string words) => TrackWords.Length(seconds).ShouldBe(words);

    [Theory]
    [InlineData(3, "a few seconds left")]
    [InlineData(42, "about 40 s left")]
    [InlineData(95, "about 2 min left")]
    public void What_is_left_is_no_more_exact_than_it_is_known(double seconds, string words) => TrackWords.Left(seconds).ShouldBe(words);
}
