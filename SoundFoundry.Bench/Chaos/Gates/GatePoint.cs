namespace SoundFoundry.Bench.Chaos.Gates;

/// <summary>A moment of a job's life at which it can be held: always just before the write that would end it.</summary>
internal enum GatePoint
{
    /// <summary>A worker has read the job's entry and asks for the claim.</summary>
    Claim = 1,

    /// <summary>The attempt is written down, and its submit is about to be counted and sent.</summary>
    Submit,

    /// <summary>The provider took the work, and its id is about to be saved.</summary>
    SaveId,

    /// <summary>The audio is in the store, and the row is about to name it.</summary>
    Complete,

    /// <summary>The row names the audio, nothing is committed, and the hold is about to be settled.</summary>
    Settle,
}
