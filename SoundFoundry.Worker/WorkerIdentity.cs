using System.Net;

namespace SoundFoundry.Worker;

/// <summary>The name under which this process claims jobs; no two processes share one, also after a restart.</summary>
internal sealed class WorkerIdentity
{
    public string Id { get; } = $"worker-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}@{Dns.GetHostName()}";
}
