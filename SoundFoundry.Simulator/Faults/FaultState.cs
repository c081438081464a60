namespace SoundFoundry.Simulator.Faults;

internal sealed record FaultState(Fault Fault, int Taken);
