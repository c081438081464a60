using System.Text.Json;

namespace SoundFoundry.Simulator.Faults;

/// <summary>The kinds as they are written: <c>rate_limited</c>.</summary>
internal static class FaultWords
{
    private static readonly Dictionary<string, FaultKind> Kinds = Enum.GetValues<FaultKind>().ToDictionary(Of);

    public static FaultKind? Read(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    public static string Of(FaultKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    /// <summary>Every kind a vendor knows, for a message.</summary>
    public static string At(Provider provider) => string.Join(", ", FaultStages.KindsAt(provider).Select(Of));
}
