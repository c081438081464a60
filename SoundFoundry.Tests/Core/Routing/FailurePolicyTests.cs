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
        FailurePolicy.MayBeBilled(new Failure(failure, "x", "x")).ShouldBe(billed);
    }

    [Theory]
    [InlineData(FailureClass.RateLimited, "429", true)]
    [InlineData(FailureClass.Unreachable, "unreachable", true)]
    [InlineData(FailureClass.Local, "store_unavailable", true)]
    [InlineData(FailureClass.Provider, "runner_disconnected", true)]
    [InlineData(FailureClass.Provider, "download_failed", false)]
    [InlineData(FailureClass.Provider, "output_gone", false)]
    [InlineData(FailureClass.Provider, "no_media_generated", false)]
    [InlineData(FailureClass.Provider, "canceled", false)]
    [InlineData(FailureClass.Provider, "aborted", true)]
    [InlineData(FailureClass.Unknown, "unknown_outcome", false)]
    [InlineData(FailureClass.TimedOut, "timeout", false)]
    [InlineData(FailureClass.Artifact, "bad_artifact", false)]
    [InlineData(FailureClass.Account, "403", false)]
    [InlineData(FailureClass.Drift, "404", false)]
    [InlineData(FailureClass.Input, "422", false)]
    [InlineData(FailureClass.Policy, "content_policy", false)]
    public void A_provider_is_asked_again_only_where_nothing_can_be_under_way_or_paid(FailureClass failure, string code, bool again) =>
        FailurePolicy.LeavesNothingBehind(failure, code).ShouldBe(again);

    [Theory]
    [InlineData(FailureClass.RateLimited, true)]
    [InlineData(FailureClass.Unknown, true)]
    [InlineData(FailureClass.TimedOut, true)]
    [InlineData(FailureClass.Account, false)]
    [InlineData(FailureClass.Forbidden, false)]
    [InlineData(FailureClass.Drift, false)]
    public void What_only_people_can_mend_does_not_pass_by_itself(FailureClass failure, bool passes) =>
        FailurePolicy.Passes(failure).ShouldBe(passes);

    [Fact]
    public void No_class_is_forgotten() =>
        Enum.GetValues<FailureClass>().Except(Table.Select(row => row.Data.Item1)).ShouldBeEmpty();
}
