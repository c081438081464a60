using System.Text.Json.Nodes;

namespace SoundFoundry.Simulator.Models;

/// <param name="Field">What the model knows of the field; null when it knows none of that name.</param>
internal sealed record FieldProblem(FieldRule Rule, string Name, Field? Field, JsonNode? Value);
