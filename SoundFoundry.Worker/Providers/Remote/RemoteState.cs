using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>How work at a provider stands.</summary>
internal abstract record RemoteState
{
    private RemoteState()
    {
    }

    /// <param name="Position">How many are before it; null if the provider doesn't say.</param>
    public sealed record Queued(int? Position) : RemoteState;

    /// <summary>It is being rendered; also any status we don't know.</summary>
    /// <param name="Progress">0 to 1; null if the provider doesn't say.</param>
    public sealed record Running(double? Progress) : RemoteState;

    public sealed record Finished(Uri Audio) : RemoteState;

    /// <summary>It ended without audio.</summary>
    public sealed record Failed(Failure Failure) : RemoteState;

    /// <summary>No answer to go by (no connection, 5xx, 429, not JSON): ask again.</summary>
    public sealed record Unclear(string Reason) : RemoteState;

    /// <summary>The provider won't say (401, 403, 404 about work it took): ask again a few times, no more.</summary>
    public sealed record Denied(Failure Failure) : RemoteState;
}
