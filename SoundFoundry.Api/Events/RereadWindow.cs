namespace SoundFoundry.Api.Events;

/// <summary>From which version on a stream reads. Versions are drawn before their commits, so a lower one may become visible after a higher
/// one: a little is read again at every round, and now and then all of the last half minute, for commits that took their time.</summary>
internal sealed class RereadWindow(long since, TimeProvider clock)
{
    private const long Overlap = 100;

    /// <summary>A listener that comes back does not know for how long it was told everything.</summary>
    private const long FirstOverlap = 2_000;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Reach = TimeSpan.FromSeconds(30);

    private readonly Queue<(long At, long Highest)> _marks = [];
    private long _readWide = clock.GetTimestamp();
    private bool _begun;

    /// <param name="highest">The highest version seen so far.</param>
    public long From(long highest)
    {
        if (!_begun)
        {
            _begun = true;
            _marks.Enqueue((clock.GetTimestamp(), since));
            return since - FirstOverlap;
        }

        if (clock.GetElapsedTime(_readWide) < Every) return highest - Overlap;
        _readWide = clock.GetTimestamp();
        _marks.Enqueue((_readWide, highest));
        while (_marks.Count > 1 && clock.GetElapsedTime(_marks.Peek().At) > Reach) _marks.Dequeue();
        return _marks.Peek().Highest - Overlap;
    }
}
