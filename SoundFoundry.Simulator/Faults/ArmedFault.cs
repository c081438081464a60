namespace SoundFoundry.Simulator.Faults;

internal sealed class ArmedFault(Fault fault)
{
    public Fault Fault { get; } = fault;

    public int Taken { get; private set; }

    public bool IsSpent => Taken >= Fault.Times;

    public bool Concerns(Provider provider, FaultStage stage, string model) =>
        !IsSpent && Fault.Kind.StageAt(provider) == stage
        && (Fault.Model is null || Fault.Model.Equals(model, StringComparison.OrdinalIgnoreCase));

    /// <summary>A flapping account is locked for every other submit, the first included.</summary>
    public Fault? Take() => Taken++ % 2 == 1 && Fault.Kind == FaultKind.Flapping ? null : Fault;
}
