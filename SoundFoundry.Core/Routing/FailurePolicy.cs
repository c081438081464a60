using System.Collections.Frozen;
using static SoundFoundry.Core.Routing.FailureClass;

namespace SoundFoundry.Core.Routing;

/// <summary>What follows from each class of failure. The one place that says so.</summary>
public static class FailurePolicy
{
    /// <summary>What the user asked for stays refused, our own faults stay ours, and everything else may go better elsewhere.</summary>
    public static FailureAction For(FailureClass failure) => failure switch
    {
        Input or Policy => new FailureAction(FallsBack: false, Opens: null, ShowsAccount: true),
        Local => new FailureAction(FallsBack: false, Opens: null),
        Account => new FailureAction(FallsBack: true, BreakerScope.Account, AtOnce: true),
        Drift or Forbidden => new FailureAction(FallsBack: true, BreakerScope.Model, AtOnce: true, ShowsAccount: true, OnlyTheModel: true),
        RateLimited => new FailureAction(FallsBack: true, BreakerScope.Account, AtOnce: true),
        Unreachable or Unknown => new FailureAction(FallsBack: true, BreakerScope.Account),
        FailureClass.Provider or TimedOut or Artifact => new FailureAction(FallsBack: true, BreakerScope.Model),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "No such class."),
    };

    /// <summary>Ends at a provider after which the work may have been done, whatever their class: made and not fetched, made and not kept,
    /// stopped in the middle, or refused after the fact.</summary>
    private static readonly FrozenSet<string> Spent = FrozenSet.Create(
        "download_failed", "output_gone", "canceled", "client_cancelled", "no_media_generated");

    /// <summary>Whether a provider that took the work may bill it although it ended like this. Faults of its own it does not.</summary>
    public static bool MayBeBilled(Failure failure) =>
        failure.Class is Input or Policy or TimedOut or Artifact or Local or Unknown || Spent.Contains(failure.Code);

    /// <summary>Whether trouble of this class ends by itself, so that it is worth while to come back. Accounts and model tables are mended
    /// by people.</summary>
    public static bool Passes(FailureClass failure) => failure is not (Input or Policy or Account or Drift or Forbidden);

    /// <summary>Whether the same job may be given to the same provider once more: only if nothing of the first time can be on its way, at
    /// work, made or billed.</summary>
    public static bool LeavesNothingBehind(FailureClass failure, string code) => failure switch
    {
        RateLimited or Unreachable or Local => true,
        FailureClass.Provider => !Spent.Contains(code),
        _ => false,
    };
}

/// <param name="FallsBack">Whether another provider may be tried.</param>
/// <param name="Opens">Which breaker counts it; null if it says nothing about the provider.</param>
/// <param name="AtOnce">Whether one such failure opens it, rather than several in a row.</param>
/// <param name="ShowsAccount">Whether the provider let us in to refuse it, so that our account there is in order.</param>
/// <param name="OnlyTheModel">Whether the provider's other models may be tried.</param>
public sealed record FailureAction(
    bool FallsBack, BreakerScope? Opens, bool AtOnce = false, bool ShowsAccount = false, bool OnlyTheModel = false);

public enum BreakerScope
{
    /// <summary>Everything at this provider.</summary>
    Account,

    /// <summary>One model of it.</summary>
    Model,
}
