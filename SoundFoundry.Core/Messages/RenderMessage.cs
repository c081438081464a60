using StackExchange.Redis;

namespace SoundFoundry.Core.Messages;

/// <summary>What travels on the stream: which job, and the trace it belongs to. Everything else is in the row.</summary>
public sealed record RenderMessage(long JobId, string? TraceParent)
{
    public NameValueEntry[] ToEntry() => [new("job_id", JobId), new("traceparent", TraceParent ?? "")];

    /// <summary>Null for an entry that is not one of ours.</summary>
    public static RenderMessage? FromEntry(StreamEntry entry) =>
        entry["job_id"].TryParse(out long jobId) ? new RenderMessage(jobId, entry["traceparent"]) : null;
}
