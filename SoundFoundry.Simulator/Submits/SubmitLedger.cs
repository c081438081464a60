namespace SoundFoundry.Simulator.Submits;

/// <summary>Every POST that could have started work, refused ones too: what shows a double payment.</summary>
internal sealed class SubmitLedger
{
    private readonly Lock _lock = new();
    private readonly List<Submit> _submits = [];

    /// <summary>Entered before the answer is sent, so that whoever lost its answer finds it here.</summary>
    /// <returns>What to call when the answer turns out not to have arrived.</returns>
    public Action Enter(Submit submit)
    {
        lock (_lock) _submits.Add(submit);
        return () => Replace(submit, submit with { Outcome = SubmitOutcome.AnswerLost, Status = null });
    }

    public IReadOnlyList<Submit> All()
    {
        lock (_lock) return [.. _submits];
    }

    public void Clear()
    {
        lock (_lock) _submits.Clear();
    }

    private void Replace(Submit submit, Submit changed)
    {
        lock (_lock)
        {
            var index = _submits.FindIndex(entered => ReferenceEquals(entered, submit));
            if (index >= 0) _submits[index] = changed;
        }
    }
}
