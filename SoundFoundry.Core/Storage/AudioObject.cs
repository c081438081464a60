namespace SoundFoundry.Core.Storage;

/// <summary>An open object; the caller disposes it.</summary>
/// <param name="Content">Seekable, and whole even if the object is replaced or deleted meanwhile, or else it fails.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ETag">Changes when the content does; without quotes.</param>
public sealed record AudioObject(Stream Content, long Length, string ContentType, string ETag) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
