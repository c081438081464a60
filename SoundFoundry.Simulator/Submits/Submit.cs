using System.Text.Json.Nodes;

namespace SoundFoundry.Simulator.Submits;

/// <summary>One POST that could have started work, as the control API lists it.</summary>
/// <param name="KeyEnd">The last four characters of the key.</param>
/// <param name="Status">The HTTP status it was answered with; null when it got no answer.</param>
internal sealed record Submit(
    Provider Provider,
    string Model,
    string? KeyEnd,
    DateTimeOffset At,
    SubmitOutcome Outcome,
    int? Status,
    string? RequestId,
    JsonNode? Input,
    string? Webhook);
