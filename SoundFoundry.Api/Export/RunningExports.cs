using System.Collections.Concurrent;

namespace SoundFoundry.Api.Export;

/// <summary>Lets each user take one export at a time from this process: each reads the whole library.</summary>
internal sealed class RunningExports
{
    private readonly ConcurrentDictionary<long, Turn> _running = new();

    /// <returns>Null while the user's last one runs; else to be disposed at its end.</returns>
    public IDisposable? Begin(long userId)
    {
        var turn = new Turn(this, userId);
        return _running.TryAdd(userId, turn) ? turn : null;
    }

    private sealed class Turn(RunningExports exports, long userId) : IDisposable
    {
        public void Dispose() => exports._running.TryRemove(KeyValuePair.Create(userId, this));
    }
}
