using System.Text.Json;

namespace SoundFoundry.Bench.Fuzzing.Contract;

/// <summary>One operation of the OpenAPI document.</summary>
/// <param name="Body">The schema of what is sent; null if nothing is.</param>
/// <param name="Statuses">The answers it is documented to give.</param>
internal sealed record Operation(
    string Method, string Path, IReadOnlyList<Parameter> Parameters, JsonElement? Body, IReadOnlySet<int> Statuses)
{
    public override string ToString() => $"{Method} {Path}";
}
