using System.Text.Json.Nodes;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>One provider's HTTP, and nothing but: no retries, no rows, no waiting. What a provider may answer is a value; only cancellation throws.</summary>
internal interface IProviderWire
{
    /// <summary>The name in routes and logs, such as <c>fal</c>.</summary>
    string Name { get; }

    /// <summary>Sends the request once, on a connection of its own.</summary>
    /// <param name="input">The model's own fields.</param>
    /// <param name="callback">Where the provider may call back; null if it can't.</param>
    Task<SubmitAnswer> SubmitAsync(MusicModel model, JsonObject input, Uri? callback, CancellationToken cancellationToken);

    /// <summary>The addresses of work whose id is all we know.</summary>
    RemoteHandle HandleOf(MusicModel model, string requestId);

    /// <summary>Asks once how the work stands, and for its result when it is done.</summary>
    Task<RemoteState> AskAsync(MusicModel model, RemoteHandle handle, CancellationToken cancellationToken);

    /// <summary>Asks the provider to stop. It may not be able to.</summary>
    /// <returns>Whether it said it would.</returns>
    Task<bool> CancelAsync(RemoteHandle handle, CancellationToken cancellationToken);

    /// <summary>Looks for the work of a submit whose answer was lost.</summary>
    Task<SearchAnswer> FindAsync(LostSubmit lost, CancellationToken cancellationToken);

    /// <summary>A question that costs nothing: is the provider there, and does it know our key?</summary>
    /// <returns>What is wrong; null if nothing is.</returns>
    Task<Failure?> ProbeAsync(CancellationToken cancellationToken);
}
