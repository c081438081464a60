using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Remote.Downloads;

/// <summary>What became of one try to fetch a file.</summary>
internal abstract record TransferOutcome
{
    private TransferOutcome()
    {
    }

    public sealed record Done : TransferOutcome;

    /// <summary>It may go better the next time.</summary>
    public sealed record Broken(string Reason) : TransferOutcome;

    /// <summary>It won't.</summary>
    public sealed record Refused(Failure Failure) : TransferOutcome;
}
