namespace SoundFoundry.Web.Api;

public sealed record ProviderList(string Default, IReadOnlyList<ProviderEntry> Providers);

public sealed record ProviderEntry(string Name, bool Configured, IReadOnlyList<ModelEntry> Models);

/// <param name="Vocals"><c>none</c>, <c>wordless</c> or <c>sung</c>.</param>
public sealed record ModelEntry(string Model, string? Note, string Vocals, double MinDurationS, double MaxDurationS);
