using Microsoft.Extensions.Options;
using SoundFoundry.Worker;
using SoundFoundry.Worker.Renders;

namespace SoundFoundry.Tests.Worker.Renders;

public sealed class RetryPaceTests
{
    [Theory]
    [InlineData(0, 0, 15)]
    [InlineData(1, 0, 60)]
    [InlineData(2, 0, 240)]
    [InlineData(9, 0, 3_600)]
    [InlineData(0, 90, 90)]
    [InlineData(2, 90, 240)]
    public void Each_wait_is_longer_than_the_one_before_and_never_shorter_than_asked(int retries, int asked, int seconds)
    {
        var pace = new RetryPace(Options.Create(new WorkerOptions()), new Random(7));

        for (var i = 0; i < 100; i++)
            pace.After(retries, TimeSpan.FromSeconds(asked)).TotalSeconds.ShouldBeInRange(seconds, seconds * 1.2);
    }

    [Fact]
    public void Jobs_do_not_come_back_in_step()
    {
        var pace = new RetryPace(Options.Create(new WorkerOptions()), new Random(7));

        Enumerable.Range(0, 10).Select(_ => pace.After(0, TimeSpan.FromMinutes(1))).Distinct().Count().ShouldBeGreaterThan(8);
    }
}
