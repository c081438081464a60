namespace SoundFoundry.Simulator.Faults;

/// <summary>What is to go wrong, in the order it was set.</summary>
internal sealed class FaultBoard
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Provider, List<ArmedFault>> _armed =
        Enum.GetValues<Provider>().ToDictionary(provider => provider, _ => new List<ArmedFault>());

    public void Add(Provider provider, Fault fault)
    {
        lock (_lock) _armed[provider].Add(new ArmedFault(fault));
    }

    public void Replace(Provider provider, Fault fault)
    {
        lock (_lock) _armed[provider] = [new ArmedFault(fault)];
    }

    public void Clear(Provider provider)
    {
        lock (_lock) _armed[provider] = [];
    }

    public Fault? Take(Provider provider, FaultStage stage, string model)
    {
        lock (_lock) return _armed[provider].Find(armed => armed.Concerns(provider, stage, model))?.Take();
    }

    /// <summary>Whether this still lies ahead; taking nothing.</summary>
    public bool IsAhead(Provider provider, params FaultKind[] kinds)
    {
        lock (_lock) return _armed[provider].Exists(armed => !armed.IsSpent && kinds.Contains(armed.Fault.Kind));
    }

    public IReadOnlyList<FaultState> At(Provider provider)
    {
        lock (_lock) return [.. _armed[provider].Select(armed => new FaultState(armed.Fault, armed.Taken))];
    }
}
