namespace SoundFoundry.Simulator.Faults;

internal static class FaultStages
{
    /// <summary>Where a fault is taken at this vendor; null when the vendor is not known to behave so.</summary>
    public static FaultStage? StageAt(this FaultKind kind, Provider provider) => (kind, provider) switch
    {
        (FaultKind.Locked or FaultKind.AppForbidden, Provider.Replicate) => null,
        (FaultKind.NoCredit or FaultKind.Aborted, Provider.Fal) => null,
        // Replicate looks at the input before it takes a job, fal when it runs one.
        (FaultKind.UnknownField or FaultKind.InvalidInput, Provider.Fal) => FaultStage.Outcome,
        (<= FaultKind.InvalidInput, _) => FaultStage.Submit,
        (<= FaultKind.Aborted, _) => FaultStage.Outcome,
        (FaultKind.StatusBackwards, _) => FaultStage.Progress,
        (<= FaultKind.StatusUnknown, _) => FaultStage.Status,
        (FaultKind.ResultError, _) => FaultStage.Result,
        (<= FaultKind.HugeAudio, _) => FaultStage.Artifact,
        (<= FaultKind.DownloadRedirect, _) => FaultStage.Download,
        _ => FaultStage.Webhook,
    };

    public static IEnumerable<FaultKind> KindsAt(Provider provider) =>
        Enum.GetValues<FaultKind>().Where(kind => kind.StageAt(provider) is not null);
}
