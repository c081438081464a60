using SoundFoundry.Bench.Chaos.Checks;

namespace SoundFoundry.Bench.Chaos;

/// <param name="Orders">How many were accepted.</param>
/// <param name="Raged">From the first order to the last answer, all of it under faults.</param>
/// <param name="Took">Until everything was checked.</param>
/// <param name="Hits">How often each fault hit its moment.</param>
/// <param name="Figures">What is counted and promises nothing.</param>
internal sealed record ChaosResult(
    ChaosPlan Plan, int Orders, TimeSpan Raged, TimeSpan Took, IReadOnlyDictionary<string, int> Hits, int Misses, IReadOnlyList<Finding> Findings,
    IReadOnlyDictionary<string, string> Figures)
{
    public bool Holds => Findings.All(finding => finding.Holds);
}
