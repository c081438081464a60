using System.Text.Json.Nodes;

namespace SoundFoundry.Simulator.Renders;

/// <summary>How a render fails, in the words of its vendor.</summary>
/// <param name="Error">One line for the status.</param>
/// <param name="Status">The HTTP status of the result, where the result has one of its own.</param>
/// <param name="Body">The result's body, where the result has one of its own.</param>
/// <param name="Type">The vendor's name for a fault of its infrastructure; null when the input is to blame.</param>
internal sealed record RenderFailure(string Error, int Status = 200, JsonObject? Body = null, string? Type = null);
