namespace SoundFoundry.Core.Jobs;

public enum AttemptOutcome
{
    /// <summary>About to be sent, or sent and not answered yet.</summary>
    Submitting,

    /// <summary>The provider has it and gave its id.</summary>
    Accepted,

    Succeeded,

    /// <summary>The provider, or the check of what it delivered, said no.</summary>
    Failed,

    /// <summary>Ended from our side: canceled, shut down, or its lease was lost.</summary>
    Abandoned,

    /// <summary>Whether the provider took it can't be known.</summary>
    Unknown,
}
