using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Worker;

public sealed class WorkerOptions
{
    public const string Section = "Worker";
    private const string OutOfRange = "Worker:{0} must be between {1} and {2}.";

    [Description("How long a claim is good without being renewed.")]
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00", ErrorMessage = OutOfRange)]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(6);

    [Description("How often claims are renewed; at most half the lease.")]
    [Range(typeof(TimeSpan), "00:00:00.2", "00:05:00", ErrorMessage = OutOfRange)]
    public TimeSpan Renewal { get; init; } = TimeSpan.FromSeconds(2);

    [Description("How often lapsed leases and deadlines are looked for.")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = OutOfRange)]
    public TimeSpan Sweep { get; init; } = TimeSpan.FromSeconds(1);

    [Description("How long one job may render, over all its attempts.")]
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan RenderDeadline { get; init; } = TimeSpan.FromMinutes(20);

    [Description("How often a job that nobody can render for the moment is tried again later; 0 lets it fail at once.")]
    [Range(0, 20, ErrorMessage = OutOfRange)]
    public int Retries { get; init; } = 4;

    [Description("How long the first retry waits; each one after it waits four times as long, an hour at most, and no less than providers ask.")]
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(15);

    [Description("How long its own renders, and what only has to be fetched and stored, may go on after the worker was asked to stop.")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = OutOfRange)]
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(3);

    [Description("Renders of the built-in synthesiser at once; by default one less than there are cores, at least one.")]
    [Range(0, 256, ErrorMessage = OutOfRange)]
    public int StudioSlots { get; init; } = Math.Max(1, Environment.ProcessorCount - 1);

    [Description("Renders at remote providers at once.")]
    [Range(0, 1_000, ErrorMessage = OutOfRange)]
    public int RemoteSlots { get; init; } = 64;
}
