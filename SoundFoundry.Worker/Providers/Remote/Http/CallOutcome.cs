using SoundFoundry.Worker.Providers.Remote.Downloads;

namespace SoundFoundry.Worker.Providers.Remote.Http;

/// <summary>What became of one HTTP request.</summary>
internal abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    public sealed record Answered(RemoteAnswer Answer) : CallOutcome;

    /// <summary>No server has seen it.</summary>
    public sealed record NotSent(string Reason) : CallOutcome;

    /// <summary>It was sent, and no answer came back.</summary>
    public sealed record Broken(string Reason) : CallOutcome;
}
