using Microsoft.Extensions.Time.Testing;
using SoundFoundry.Api.Limits;

namespace SoundFoundry.Tests.Api.Limits;

public sealed class ProcessLimitsTests
{
    private static readonly Rate TenPerMinute = Rate.PerMinute(times: 10, burst: 3);

    private readonly FakeTimeProvider _clock = new();
    private readonly ProcessLimits _limits;

    public ProcessLimitsTests() => _limits = new ProcessLimits(_clock);

    [Fact]
    public void A_burst_passes_and_then_one_for_each_interval()
    {
        Enumerable.Range(0, 5).Select(_ => Take("a").IsAllowed).ShouldBe([true, true, true, false, false]);

        _clock.Advance(TimeSpan.FromSeconds(5.9));
        Take("a").IsAllowed.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Take("a").IsAllowed.ShouldBeTrue();
        Take("a").IsAllowed.ShouldBeFalse();
        Take("b").IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void A_client_that_waits_as_long_as_it_was_told_gets_through()
    {
        for (var i = 0; i < 50; i++)
        {
            var verdict = Take("a");
            if (verdict.IsAllowed) continue;
            _clock.Advance(TimeSpan.FromSeconds(verdict.RetryAfter));
            Take("a").IsAllowed.ShouldBeTrue();
        }
    }

    [Fact]
    public void A_verdict_tells_what_is_left_and_when_there_is_more()
    {
        var first = Take("a").Tightest;
        Take("a");
        _clock.Advance(TimeSpan.FromSeconds(2));
        var last = Take("a").Tightest;

        (first.Remaining, first.SecondsToNext).ShouldBe((2, 6));
        (last.Remaining, last.SecondsToNext).ShouldBe((0, 4));
    }

    [Fact]
    public void However_many_subjects_come_what_is_kept_is_bounded()
    {
        for (var i = 0; i < ProcessLimits.MaxSubjects + 1_000; i++) Take($"{i}").IsAllowed.ShouldBeTrue();

        _limits.Subjects.ShouldBeLessThanOrEqualTo(ProcessLimits.MaxSubjects);
    }

    private LimitVerdict Take(string subject) => _limits.Take([new Limit(LimitName.Address, TenPerMinute, subject)]);
}
