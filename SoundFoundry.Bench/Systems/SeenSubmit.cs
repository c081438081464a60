using System.Text.Json;
using SoundFoundry.Bench.Orders;

namespace SoundFoundry.Bench.Systems;

/// <summary>A submit as the provider saw it.</summary>
/// <param name="Outcome"><c>accepted</c>, <c>answer_lost</c>, <c>refused</c> or <c>not_accepted</c>.</param>
internal sealed record SeenSubmit(string Provider, string Model, string Outcome, string? RequestId, JsonElement Input)
{
    /// <summary>Whether it started work, and so may have to be paid for.</summary>
    public bool WasTaken => Outcome is "accepted" or "answer_lost";

    /// <summary>The order it was made for; null if its words are of none.</summary>
    public int? Order { get; } = OrderMark.Find(Input.GetRawText());
}
