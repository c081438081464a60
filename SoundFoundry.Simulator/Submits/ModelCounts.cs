namespace SoundFoundry.Simulator.Submits;

/// <param name="Submits">Every POST that could have started work.</param>
/// <param name="Accepted">Those that did, whether their answer arrived or not: what would be paid for.</param>
internal sealed record ModelCounts(int Submits, int Accepted, int Refused, int Completed, int Canceled);
