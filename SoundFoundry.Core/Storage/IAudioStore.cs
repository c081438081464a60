namespace SoundFoundry.Core.Storage;

/// <summary>The operator's own place for audio. Keys are relative paths such as <c>users/1/tracks/7/9-2.wav</c>.</summary>
/// <remarks>Both implementations pass one conformance suite; nothing else may depend on which is behind the seam.</remarks>
public interface IAudioStore
{
    /// <summary>Stores <paramref name="content"/> under <paramref name="key"/>, replacing what was there; readers see all or nothing.</summary>
    Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken);

    /// <summary>Opens the object for reading from its start, seekable; null if there is none.</summary>
    Task<AudioObject?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes the object; nothing happens if there is none.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>All keys that start with <paramref name="prefix"/>, in no order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>A link that reads this one object until <paramref name="lifetime"/> ends, and nothing else.</summary>
    /// <param name="downloadName">When given, the answer asks the browser to save under this name.</param>
    Task<Uri> SignGetAsync(string key, TimeSpan lifetime, string? downloadName, CancellationToken cancellationToken);

    /// <summary>Makes the place ready and private; may be called again at any time.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);
}

/// <summary>An open object; the caller disposes it.</summary>
public sealed record AudioObject(Stream Content, long Length, string ContentType) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
