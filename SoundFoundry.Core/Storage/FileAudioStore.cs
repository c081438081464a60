using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Core.Storage;

/// <summary>Audio as plain files below one folder; reached only through our own signed links.</summary>
internal sealed class FileAudioStore(IOptions<StorageOptions> options, FileLinks links, TimeProvider clock) : IAudioStore
{
    private const int BufferBytes = 128 * 1024;
    private static readonly TimeSpan TemporaryAge = TimeSpan.FromDays(1);
    private readonly StorePaths _paths = new(options.Value.Path!);

    public async Task PutAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        var target = _paths.File(key);
        var incoming = _paths.NewIncoming();
        try
        {
            await WriteAsync(incoming, content, cancellationToken);
            Publish(incoming, target);
        }
        catch (Exception failure) when (DiskFaults.Explain(failure, _paths.Root) is { } explained)
        {
            throw explained;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    public Task<AudioObject?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            const FileShare sharing = FileShare.Read | FileShare.Delete;
            var file = new FileStream(_paths.File(key), FileMode.Open, FileAccess.Read, sharing, BufferBytes, FileOptions.Asynchronous);
            var etag = $"{file.Length:x}-{File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks:x}";
            return Task.FromResult<AudioObject?>(new AudioObject(file, file.Length, AudioKey.ContentType(key), etag));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<AudioObject?>(null);
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = _paths.File(key);
        if (File.Exists(file)) File.Delete(file);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in _paths.Files(AudioKey.CheckedPrefix(prefix)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Exists) yield return new StoredObject(_paths.Key(file.FullName), file.Length, file.LastWriteTimeUtc);
        }

        await Task.CompletedTask;
    }

    public Task<int> DropUnfinishedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var dropped = 0;
        if (!Directory.Exists(_paths.Incoming)) return Task.FromResult(dropped);
        foreach (var file in Directory.EnumerateFiles(_paths.Incoming))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (File.GetLastWriteTimeUtc(file) >= before.UtcDateTime) continue;
            File.Delete(file);
            dropped++;
        }

        return Task.FromResult(dropped);
    }

    public Task<Uri> SignGetAsync(string key, TimeSpan lifetime, string? downloadName, CancellationToken cancellationToken) =>
        Task.FromResult(links.Sign(key, lifetime, downloadName));

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var probe = $"{AudioKey.TemporaryPrefix}probe-{Guid.CreateVersion7():n}";
        await PutAsync(probe, new MemoryStream([1]), cancellationToken);
        await DeleteAsync(probe, cancellationToken);

        var oldest = clock.GetUtcNow() - TemporaryAge;
        await DropUnfinishedAsync(oldest, cancellationToken);
        foreach (var file in _paths.Files(AudioKey.TemporaryPrefix))
            if (file.LastWriteTimeUtc < oldest) file.Delete();
    }

    private async Task WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        StoreFolder.Create(_paths.Incoming);
        var how = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = StoreFolder.PrivateFile;
        await using var file = new FileStream(path, how);
        await content.CopyToAsync(file, BufferBytes, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private static void Publish(string incoming, string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        StoreFolder.Create(folder);
        File.Move(incoming, target, overwrite: true);
        StoreFolder.Flush(folder);
    }
}
