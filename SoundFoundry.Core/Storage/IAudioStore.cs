namespace SoundFoundry.Core.Storage;

/// <summary>The operator's own place for audio, under the keys that <see cref="AudioKey"/> makes.</summary>
/// <remarks>Both implementations pass one conformance suite; nothing else may depend on which is behind the seam.
/// A key that is not one of ours is an <see cref="ArgumentException"/>; a store that cannot do its work says so, in a sentence
/// for the operator, by an <see cref="AudioStoreException"/>.</remarks>
public interface IAudioStore
{
    /// <summary>Stores <paramref name="content"/>, read from where it stands to its end, replacing what was there.</summary>
    /// <remarks>Readers see all or nothing, also when this fails or is cancelled. The stream need not be seekable nor its length
    /// known; memory does not grow with it. The content type follows from the key's extension.</remarks>
    Task PutAsync(string key, Stream content, CancellationToken cancellationToken);

    /// <summary>Opens the object for reading from its start, seekable; null if there is none.</summary>
    Task<AudioObject?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes the object; nothing happens if there is none.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>All objects whose keys start with <paramref name="prefix"/>, such as <c>users/1/</c>, in no order.</summary>
    IAsyncEnumerable<StoredObject> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Drops what was begun to be put <paramref name="before"/> that moment of the store's clock and never finished: its writer died.</summary>
    /// <returns>How many there were.</returns>
    Task<int> DropUnfinishedAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>A link that reads this one object until <paramref name="lifetime"/> ends, and nothing else.</summary>
    /// <param name="lifetime">More than zero, at most seven days.</param>
    /// <param name="downloadName">When given, the answer asks the browser to save under this name, made safe by
    /// <see cref="DownloadName"/>.</param>
    /// <returns>Absolute when an S3 server is to answer; relative to our own address when Api serves the bytes.</returns>
    Task<Uri> SignGetAsync(string key, TimeSpan lifetime, string? downloadName, CancellationToken cancellationToken);

    /// <summary>Makes the place ready and private, and proves that it can be written; may be called again at any time.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);
}
