using Microsoft.Extensions.Options;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>Walks the store and deletes what losers, crashes and deleted tracks left there.</summary>
internal sealed partial class StoreSweep(
    SoundFoundryDb db, IAudioStore store, IOptions<SweepingOptions> options, IOptions<StorageOptions> storage, ILogger<StoreSweep> logger)
{
    private const int Page = 500;
    private static readonly TimeSpan TemporaryAge = TimeSpan.FromDays(1);

    /// <param name="beat">Called now and then: a large store takes its time.</param>
    public async Task RunAsync(Action beat, CancellationToken cancellationToken)
    {
        var now = await store.NowAsync(cancellationToken);
        var (removed, foreign) = (0, 0);
        await foreach (var page in store.ListAsync(AudioKey.UsersPrefix, cancellationToken).Chunk(Page).WithCancellation(cancellationToken))
        {
            beat();
            var old = page.Where(stored => stored.StoredAt <= now - options.Value.MinAge).Select(stored => stored.Key).ToList();
            var judged = await db.JudgeAsync(old, storage.Value.KeepDeleted, cancellationToken);
            judged.AddRange(await db.JudgeRenditionsAsync(old, storage.Value.KeepDeleted, cancellationToken));
            foreach (var left in judged.Where(judged => judged.IsLeftOver))
            {
                beat();
                await store.DeleteAsync(left.Key, cancellationToken);
                Log.Removed(logger, left.Key);
                removed++;
            }

            foreign += judged.Count(judged => !judged.IsOurs);
        }

        if (foreign > 0) Log.Foreign(logger, foreign);
        await foreach (var temporary in store.ListAsync(AudioKey.TemporaryPrefix, cancellationToken))
            if (temporary.StoredAt < now - TemporaryAge && AudioKey.IsValid(temporary.Key)) await store.DeleteAsync(temporary.Key, cancellationToken);

        removed += await store.DropUnfinishedAsync(now - TemporaryAge, cancellationToken);
        if (removed > 0) Log.Swept(logger, removed);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2052, Level = LogLevel.Debug, Message = "Nothing names the object {Key} any more; it is removed.")]
        public static partial void Removed(ILogger logger, string key);

        [LoggerMessage(EventId = 2053, Level = LogLevel.Warning,
            Message = "{Count} stored object(s) belong to no job of this database and are left alone: is the store shared, or the database older?")]
        public static partial void Foreign(ILogger logger, int count);

        [LoggerMessage(EventId = 2054, Level = LogLevel.Information, Message = "Removed {Count} left-over object(s) from the store.")]
        public static partial void Swept(ILogger logger, int count);
    }
}
