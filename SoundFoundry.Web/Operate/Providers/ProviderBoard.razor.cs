using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Sections;

namespace SoundFoundry.Web.Operate.Providers;

/// <summary>How each provider stands, and what keeps jobs from it.</summary>
public sealed partial class ProviderBoard : PolledPart
{
    private string? _trouble;

    /// <summary>Carried from the first rendering over to the circuit.</summary>
    [PersistentState]
    public IReadOnlyList<ProviderStanding>? Standings { get; set; }

    /// <inheritdoc cref="Standings" />
    [PersistentState]
    public ProviderHealth? Health { get; set; }

    protected override TimeSpan Interval => TimeSpan.FromSeconds(5);

    protected override bool HasRead => Standings is not null;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var health = await Api.ProviderHealthAsync(cancellationToken);
        var answer = await Api.ProviderStandingsAsync(cancellationToken);
        _trouble = (answer as Answer<IReadOnlyList<ProviderStanding>>.Refused)?.Problem.InWords;
        if (health is Answer<ProviderHealth>.Ok healthy) Health = healthy.Value;
        if (answer is Answer<IReadOnlyList<ProviderStanding>>.Ok ok) Standings = ok.Value;
    }

    private IReadOnlyList<ModelHealth> ModelsOf(string provider) =>
        Health?.Providers.FirstOrDefault(other => other.Name == provider)?.Models ?? [];
}
