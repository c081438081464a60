namespace SoundFoundry.Core.Jobs;

/// <summary>One try to make a track. Rows are changed only by <see cref="JobClaims"/>, <see cref="JobProgress"/>
/// and <see cref="JobEndings"/>, each by one conditional update in the database's time.</summary>
public sealed class Job
{
    public long Id { get; init; }

    public required long TrackId { get; init; }

    public required long UserId { get; init; }

    public JobStatus Status { get; private set; }

    public required Lane Lane { get; init; }

    /// <summary>What the user pinned; null lets the router choose.</summary>
    public string? RequestedProvider { get; init; }

    public string? RequestedModel { get; init; }

    /// <summary>Whether others may be tried; null leaves it to the rule.</summary>
    public bool? RequestedFallback { get; init; }

    /// <summary>The version of the model table that priced this job.</summary>
    public required string ModelsVersion { get; init; }

    public required int QuotedCredits { get; init; }

    /// <summary>The provider that the route began with when the job was made.</summary>
    public string? FirstProvider { get; init; }

    /// <summary>Null until the job ends.</summary>
    public int? ChargedCredits { get; private set; }

    public string? Provider { get; private set; }

    public string? Model { get; private set; }

    /// <summary>How many provider attempts were begun.</summary>
    public int Attempt { get; private set; }

    /// <summary>What the worker is doing, in words of the contract such as <c>rendering</c> or <c>storing</c>.</summary>
    public string? Stage { get; private set; }

    /// <summary>0 to 1; a high-water mark.</summary>
    public double Progress { get; private set; }

    /// <summary>The place in the provider's own queue, where it tells; 0 is next.</summary>
    public int? ProviderPosition { get; private set; }

    /// <summary>How often the job went back to the queue because nobody could render it for the moment.</summary>
    public int Retries { get; private set; }

    /// <summary>When it is tried again; null unless it waits for that.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>The fence under which the last retry was put off: what failed up to there may be asked again.</summary>
    public long RetryFence { get; private set; }

    public bool CancelRequested { get; private set; }

    /// <summary>Grows with every claim; a write that carries an older one changes nothing.</summary>
    public long Fence { get; private set; }

    public int Claims { get; private set; }

    public string? Worker { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>When the present state must have ended; the sweeper sees to it.</summary>
    public DateTimeOffset DeadlineAt { get; private set; }

    public string? ErrorCode { get; private set; }

    public string? Error { get; private set; }

    public Artifact? Artifact { get; private set; }

    /// <summary>Drawn from one sequence at every visible change, so it orders the changes of all jobs.</summary>
    public long Version { get; private set; }

    /// <summary>The W3C trace context of the request that made the job.</summary>
    public string? TraceParent { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }
}
