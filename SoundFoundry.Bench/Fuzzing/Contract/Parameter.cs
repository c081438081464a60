using System.Text.Json;

namespace SoundFoundry.Bench.Fuzzing.Contract;

/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
internal sealed record Parameter(string Name, string In, bool Required, JsonElement Schema);
