namespace SoundFoundry.Core.Jobs;

/// <summary>What the work on a rendering job is at, in the words of the contract.</summary>
public static class JobStages
{
    public const string Starting = "starting";

    /// <summary>It waits in the provider's own queue.</summary>
    public const string WaitingAtProvider = "waiting_at_provider";

    /// <summary>The answer to the submit was lost, and the work is being looked for.</summary>
    public const string Searching = "searching";

    public const string Rendering = "rendering";

    /// <summary>The finished audio is being fetched from the provider.</summary>
    public const string Fetching = "fetching";

    /// <summary>Whether it is the audio that was promised.</summary>
    public const string Checking = "checking";

    public const string Storing = "storing";

    /// <summary>The user asked to stop, and the worker has not done so yet.</summary>
    public const string Canceling = "canceling";
}
