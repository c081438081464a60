using System.Collections.Concurrent;

namespace SoundFoundry.Api.Limits;

/// <summary>How much each user has open at once at this replica.</summary>
internal abstract class UserSlots
{
    private readonly ConcurrentDictionary<long, int> _open = [];

    /// <summary>0 for no limit.</summary>
    public abstract int Max { get; }

    /// <returns>What to dispose of at the end; null if the user has too many.</returns>
    public IDisposable? Take(long userId)
    {
        var open = _open.AddOrUpdate(userId, 1, (_, count) => count + 1);
        var slot = new Slot(this, userId);
        if (Max == 0 || open <= Max) return slot;
        slot.Dispose();
        return null;
    }

    private void Release(long userId)
    {
        if (_open.AddOrUpdate(userId, 0, (_, count) => count - 1) == 0) _open.TryRemove(KeyValuePair.Create(userId, 0));
    }

    private sealed class Slot(UserSlots slots, long userId) : IDisposable
    {
        public void Dispose() => slots.Release(userId);
    }
}
