namespace SoundFoundry.Core.Storage;

public static class StoreClock
{
    /// <summary>What time it is where objects get theirs. A worker's own clock may be wrong, and must not make a fresh object look old.</summary>
    public static async Task<DateTimeOffset> NowAsync(this IAudioStore store, CancellationToken cancellationToken)
    {
        var probe = $"{AudioKey.TemporaryPrefix}clock-{Guid.CreateVersion7():n}";
        await store.PutAsync(probe, new MemoryStream([]), cancellationToken);
        try
        {
            return (await store.ListAsync(probe, cancellationToken).SingleAsync(cancellationToken)).StoredAt;
        }
        finally
        {
            await store.DeleteAsync(probe, CancellationToken.None);
        }
    }
}
