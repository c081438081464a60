using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;

namespace SoundFoundry.Simulator.Submits;

/// <summary>A POST that could start work, as it arrived.</summary>
/// <param name="Model">The model by the name it was ordered under; the version when no model is known by it.</param>
internal sealed record Submission(HttpRequest Request, string Model, string? Key, JsonObject Input, string? Webhook)
{
    /// <summary>The whole body, where the input is only a part of it.</summary>
    public JsonObject Body { get; init; } = Input;

    public Uri Origin { get; } = Request.Origin();
}
