namespace SoundFoundry.Api.Audit;

/// <summary>The names of all acts that are written down.</summary>
internal static class Acts
{
    public const string QueueOrdered = "queue.ordered";
    public const string JobsRequeued = "jobs.requeued";
}
