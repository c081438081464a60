namespace SoundFoundry.Web.Api;

internal static class JobStatuses
{
    public static bool IsFinal(this JobStatus status) => status is JobStatus.Complete or JobStatus.Failed or JobStatus.Canceled;
}
