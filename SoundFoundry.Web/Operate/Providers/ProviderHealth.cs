namespace SoundFoundry.Web.Operate.Providers;

/// <summary>How the models of each provider did in the last 24 hours.</summary>
public sealed record ProviderHealth(IReadOnlyList<ProviderModels> Providers);

public sealed record ProviderModels(string Name, IReadOnlyList<ModelHealth> Models);

/// <param name="SuccessRate">0 to 1; null if nothing was asked of it.</param>
/// <param name="RenderP50S">Half of its renders took no longer than this, in seconds.</param>
/// <param name="RenderP95S">19 of 20 did.</param>
public sealed record ModelHealth(
    string Model, string Status, int Attempts, double? SuccessRate, double? RenderP50S, double? RenderP95S, string? LastError);
