namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>One way in which things go wrong. It waits until its moment has come, strikes, mends, and says whether it hit.</summary>
internal interface IFault
{
    string Name { get; }

    /// <param name="random">Decides all details; seeded.</param>
    /// <returns>Whether what was observed afterwards shows that the fault hit the moment it stands for.</returns>
    Task<bool> StrikeAsync(Scene scene, Random random, CancellationToken cancellationToken);
}
