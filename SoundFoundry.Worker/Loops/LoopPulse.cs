using System.Collections.Concurrent;

namespace SoundFoundry.Worker.Loops;

/// <summary>When each loop last got round. A worker whose loops stand still is not healthy, whatever else it answers.</summary>
internal sealed class LoopPulse(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, long> _beats = new();

    public void Beat(string loop) => _beats[loop] = clock.GetTimestamp();

    /// <summary>The loops that have been silent for longer than <paramref name="patience"/>.</summary>
    public IReadOnlyList<string> Silent(TimeSpan patience) =>
        [.. _beats.Where(beat => clock.GetElapsedTime(beat.Value) > patience).Select(beat => beat.Key).Order()];
}
