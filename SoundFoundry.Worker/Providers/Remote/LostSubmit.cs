using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker.Providers.Remote.Answers;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>All we know about a submit whose answer was lost.</summary>
/// <param name="Input">What was sent.</param>
/// <param name="StartedAt">Our database's time; the provider's may differ by minutes.</param>
/// <param name="IsKnown">Whether a request id already belongs to another attempt.</param>
internal sealed record LostSubmit(
    MusicModel Model, JsonObject Input, DateTimeOffset StartedAt, Func<string, CancellationToken, Task<bool>> IsKnown)
{
    public static LostSubmit Of(SoundFoundryDb db, Attempt attempt, MusicModel model, RenderRequest request) => new(
        model, ModelInput.For(model, request), attempt.StartedAt,
        (id, cancellationToken) => db.Attempts.AnyAsync(a => a.Provider == model.Provider && a.RequestId == id, cancellationToken));
}
