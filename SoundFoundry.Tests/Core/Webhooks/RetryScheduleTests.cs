using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Tests.Core.Webhooks;

public sealed class RetryScheduleTests
{
    private readonly Random _chance = new(1);

    [Fact]
    public void Tries_come_ever_later_and_go_on_for_most_of_a_day()
    {
        var waits = Enumerable.Range(1, RetrySchedule.Attempts - 1).Select(attempt => RetrySchedule.After(attempt, null, _chance)).ToList();

        waits.ShouldBeInOrder(SortDirection.Ascending);
        waits[0].ShouldBeInRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
        waits.Aggregate((all, wait) => all + wait).ShouldBeInRange(TimeSpan.FromHours(13), TimeSpan.FromHours(21));
    }

    [Fact]
    public void What_failed_together_does_not_come_back_together() =>
        Enumerable.Range(0, 20).Select(_ => RetrySchedule.After(3, null, _chance)).ShouldBeUnique();

    [Fact]
    public void A_receiver_may_ask_for_more_time_but_not_for_less_nor_for_ever()
    {
        RetrySchedule.After(1, TimeSpan.FromMinutes(3), _chance).ShouldBe(TimeSpan.FromMinutes(3));
        RetrySchedule.After(4, TimeSpan.FromSeconds(1), _chance).ShouldBeGreaterThan(TimeSpan.FromMinutes(7));
        RetrySchedule.After(1, TimeSpan.FromDays(1_000), _chance).ShouldBe(TimeSpan.FromHours(12));
        RetrySchedule.After(1, -TimeSpan.FromDays(1_000), _chance).ShouldBeLessThan(TimeSpan.FromSeconds(7));
    }
}
