using SoundFoundry.Core.Routing;
using static SoundFoundry.Core.Routing.BreakerScope;

namespace SoundFoundry.Tests.Core.Routing;

public sealed class FailurePolicyTests
{
    public static readonly TheoryData<FailureClass, bool, BreakerScope?, bool, bool> Table = new()
    {
        // class, falls back, opens, at once, may be billed
        { FailureClass.Input, false, null, false, true },
        { FailureClass.Policy, false, null, false, true },
        { FailureClass.Local, false, null, false, true },
        { FailureClass.Drift, true, Model, true, false },
        { FailureClass.Forbidden, true, Model, true, false },
        { FailureClass.Account, true, Account, true, false },
        { FailureClass.RateLimited, true, Account, true, false },
        { FailureClass.Unreachable, true, Account, false, false },
        { FailureClass.Unknown, true, Account, false, true },
        { FailureClass.Provider, true, Model, false, false },
        { FailureClass.TimedOut, true, Model, false, true },
        { FailureClass.Artifact, true, Model, false, true },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_class_of_failure_has_its_consequences(FailureClass failure, bool fallsBack, BreakerScope? opens, bool atOnce, bool billed)
    {
        FailurePolicy.For(failure).ShouldBe(new FailureAction(fallsBack, opens, atOnce));
        FailurePolicy.MayBeBilled(failure).ShouldBe(billed);
    }

    [Fact]
    public void No_class_is_forgotten() =>
        Enum.GetValues<FailureClass>().Except(Table.Select(row => row.Data.Item1)).ShouldBeEmpty();
}
