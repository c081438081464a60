namespace SoundFoundry.Api.Limits;

/// <summary>The same limits in this process alone, for when Redis is away.</summary>
internal sealed class ProcessLimits(TimeProvider clock)
{
    /// <summary>What is kept at most, some ten megabytes of it.</summary>
    internal const int MaxSubjects = 100_000;

    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly Dictionary<(LimitName, string), long> _until = [];

    public LimitVerdict Take(IReadOnlyList<Limit> limits)
    {
        lock (_lock)
        {
            var now = clock.GetElapsedTime(_start).Ticks / TimeSpan.TicksPerMicrosecond;
            var states = limits.Select(limit => new LimitState(limit, Math.Max(_until.GetValueOrDefault((limit.Name, limit.Subject)) - now, 0))).ToList();
            if (states.Any(state => state.Backlog + state.Limit.Rate.Interval > state.Limit.Rate.Window))
                return new LimitVerdict(IsAllowed: false, IsShared: false, states);

            MakeRoom(now, limits.Count);
            states = [.. states.Select(state => state with { Backlog = state.Backlog + state.Limit.Rate.Interval })];
            foreach (var state in states) _until[(state.Limit.Name, state.Limit.Subject)] = now + state.Backlog;
            return new LimitVerdict(IsAllowed: true, IsShared: false, states);
        }
    }

    internal int Subjects => _until.Count;

    /// <remarks>Whoever has a hundred thousand addresses at once is not held up by forgetting them; running out of memory would hold up all.</remarks>
    private void MakeRoom(long now, int more)
    {
        if (_until.Count + more <= MaxSubjects) return;
        foreach (var (key, until) in _until)
            if (until <= now) _until.Remove(key);
        if (_until.Count + more > MaxSubjects) _until.Clear();
    }
}
