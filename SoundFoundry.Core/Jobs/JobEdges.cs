using SoundFoundry.Core.Persistence;
using static SoundFoundry.Core.Jobs.JobStatus;

namespace SoundFoundry.Core.Jobs;

/// <summary>The state machine of a job: every move that exists. <c>docs/job-states.md</c> draws the same edges.</summary>
public static class JobEdges
{
    public static readonly IReadOnlySet<(JobStatus From, JobStatus To)> All = new HashSet<(JobStatus, JobStatus)>
    {
        (Queued, Rendering),
        (Queued, Canceled),
        (Queued, Failed),
        (Rendering, Rendering),
        (Rendering, Queued),
        (Rendering, Complete),
        (Rendering, Failed),
        (Rendering, Canceled),
    };

    /// <summary>The states in which a job may come into being: accepted, or made of a late result that was taken.</summary>
    public static readonly IReadOnlySet<JobStatus> Births = new HashSet<JobStatus> { Queued, Complete };

    public static bool IsFinal(this JobStatus status) => !All.Any(edge => edge.From == status);

    /// <summary>The name that the contract, the database and the logs use, such as <c>QUEUED</c>.</summary>
    public static string Name(this JobStatus status) => status.Word();
}
