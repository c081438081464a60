namespace SoundFoundry.Bench.Chaos;

/// <summary>How much, how fast, and which faults.</summary>
/// <param name="Rate">Jobs placed each second.</param>
/// <param name="Seed">Decides what is ordered, and which faults come in which order with which details; not when they come, nor which
/// job or process they meet.</param>
/// <param name="Faults">Names of faults; all if there are none.</param>
/// <param name="Logs">The folder into which the logs of all processes are copied; null if nobody wants them.</param>
internal sealed record ChaosPlan(int Jobs, double Rate, int Seed, int Apis, int Workers, IReadOnlyList<string> Faults, string? Logs);
