using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Sections;

namespace SoundFoundry.Web.Operate.Workers;

/// <summary>Who works, and how much each has to do.</summary>
public sealed partial class WorkerBoard : PolledPart
{
    private string? _trouble;

    /// <summary>Carried from the first rendering over to the circuit.</summary>
    [PersistentState]
    public IReadOnlyList<Worker>? Workers { get; set; }

    protected override bool HasRead => Workers is not null;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await Api.WorkersAsync(cancellationToken);
        _trouble = (answer as Answer<IReadOnlyList<Worker>>.Refused)?.Problem.InWords;
        if (answer is Answer<IReadOnlyList<Worker>>.Ok ok) Workers = ok.Value;
    }
}
