using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>A store and the service that answers its links, both running, and what the suite asks of them.</summary>
public abstract class StoreFixture : IAsyncLifetime
{
    private protected const string Key = "users/1/tracks/7/9-2.wav";
    private protected static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private StoreHost? _host;

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private protected IReadOnlyDictionary<string, string?> Settings { get; private set; } = null!;

    private protected IAudioStore Store => _host!.Store;

    private protected HttpClient Http => _host!.Http;

    public async ValueTask InitializeAsync()
    {
        Settings = await NewSettingsAsync();
        _host = await StoreHost.StartAsync(Settings, Cancelled);
        await Store.PrepareAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_host is not null) await _host.DisposeAsync();
        await RemoveAsync();
    }

    private protected abstract Task<Dictionary<string, string?>> NewSettingsAsync();

    /// <summary>How many uploads were begun and neither finished nor removed.</summary>
    private protected abstract Task<int> UnfinishedAsync();

    /// <summary>Begins an upload as a writer does that dies in the middle of it.</summary>
    private protected abstract Task BeginUploadAsync();

    private protected virtual Task RemoveAsync() => Task.CompletedTask;

    private protected Task PutAsync(string key, int length) => Store.PutAsync(key, new PatternStream(length), Cancelled);

    private protected Task<List<string>> KeysAsync(string prefix) =>
        Store.ListAsync(prefix, Cancelled).Select(stored => stored.Key).ToListAsync(Cancelled).AsTask();

    private protected async Task<byte[]> BytesAsync(string key)
    {
        await using var audio = (await Store.OpenAsync(key, Cancelled)).ShouldNotBeNull();
        return await ReadAsync(audio.Content);
    }

    private protected async Task<string> EtagAsync()
    {
        await using var audio = (await Store.OpenAsync(Key, Cancelled)).ShouldNotBeNull();
        return audio.ETag;
    }

    private protected static async Task<byte[]> ReadAsync(Stream content)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancelled);
        return copy.ToArray();
    }
}
