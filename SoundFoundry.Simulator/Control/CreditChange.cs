namespace SoundFoundry.Simulator.Control;

internal sealed record CreditChange(bool LowCredit);
