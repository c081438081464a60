namespace SoundFoundry.Simulator.Faults;

/// <summary>When a fault is taken. At each stage of one request at most one fault is, the first that was set.</summary>
internal enum FaultStage
{
    /// <summary>By a POST that could start work.</summary>
    Submit,

    /// <summary>When a render is accepted: how it will end.</summary>
    Outcome,

    /// <summary>When a render is accepted: how its status will move.</summary>
    Progress,

    /// <summary>When a render is accepted: what its result will hold.</summary>
    Artifact,

    /// <summary>When a render is accepted: how it will be announced.</summary>
    Webhook,

    /// <summary>By each question for a render's status.</summary>
    Status,

    /// <summary>By each question for a finished render's result.</summary>
    Result,

    /// <summary>By each download.</summary>
    Download,
}
