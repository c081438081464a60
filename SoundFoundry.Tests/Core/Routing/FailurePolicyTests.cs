using SoundFoundry.Core.Routing;
using static SoundFoundry.Core.Routing.BreakerScope;

namespace SoundFoundry.Tests.Core.Routing;

public sealed class FailurePolicyTests
{
    public static readonly TheoryData<FailureClass, bool, BreakerScope?, bool, bool, bool, bool> Table = new()
    {
        // class, falls back, opens, at once, shows the account in order, only the model, may be billed
        { FailureClass.Input, false, null, false, true, false, true },
        { FailureClass.Policy, false, null, false, true, false, true },
        { FailureClass.Local, false, null, false, false, false, true },
        { FailureClass.Drift, true, Model, true, true, true, false },
        { FailureClass.Forbidden, true, Model, true, true, true, false },
        { FailureClass.Account, true, Account, true, false, false, false },
        { FailureClass.RateLimited, true, Account, true, false, false, false },
        { FailureClass.Unreachable, true, Account, false, false, false, false },
        { FailureClass.Unknown, true, Account, false, false, false, true },
        { FailureClass.Provider, true, Model, false, false, false, false },
        { FailureClass.TimedOut, true, Model, false, false, false, true },
        { FailureClass.Artifact, true, Model, false, false, false, true },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_class_of_failure_has_its_consequences(
        FailureClass failure, bool fallsBack, BreakerScope? opens, bool atOnce, bool showsAccount, bool onlyTheModel, bool billed)
    {
        FailurePolicy.For(failure).ShouldBe(new FailureAction(fallsBack, opens, atOnce, showsAccount, onlyTheModel));
        FailurePolicy.MayBeBilled(failure).ShouldBe(billed);
    }

    [Fact]
    public void No_class_is_forgotten() =>
        Enum.GetValues<FailureClass>().Except(Table.Select(row => row.Data.Item1)).ShouldBeEmpty();
}
