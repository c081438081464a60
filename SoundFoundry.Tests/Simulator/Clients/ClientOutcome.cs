using System.Text.Json;

namespace SoundFoundry.Tests.Simulator.Clients;

/// <summary>What a vendor's client made of one case.</summary>
/// <param name="Value">What it returned.</param>
/// <param name="Error">What it threw.</param>
/// <param name="Requests">What it sent, in order.</param>
internal sealed record ClientOutcome(JsonElement Value, JsonElement Error, IReadOnlyList<ClientRequest> Requests)
{
    public string ErrorName => Error.GetProperty("name").GetString()!;

    public int ErrorStatus => Error.GetProperty("status").GetInt32();

    public int Count(string method) => Requests.Count(request => request.Method == method);
}
