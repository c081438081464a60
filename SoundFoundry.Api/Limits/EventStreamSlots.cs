using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Api.Limits;

/// <summary>How many event streams each user has open at this replica.</summary>
internal sealed class EventStreamSlots(IOptionsMonitor<LimitsOptions> options)
{
    private readonly ConcurrentDictionary<long, int> _open = [];

    public int Max => options.CurrentValue.EventStreams ?? 0;

    /// <returns>What to dispose of when the stream ends; null if the user has too many.</returns>
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

    private sealed class Slot(EventStreamSlots slots, long userId) : IDisposable
    {
        public void Dispose() => slots.Release(userId);
    }
}
