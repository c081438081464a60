using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>A real file system of one megabyte.</summary>
internal sealed class TinyDisk : IAsyncDisposable
{
    public const int Bytes = 1024 * 1024;

    private TinyDisk(string path) => Path = path;

    public string Path { get; }

    public static async Task<TinyDisk> MountAsync(string path, CancellationToken cancellationToken)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux may mount a small disk to fill.");
        Directory.CreateDirectory(path);
        try
        {
            await ServerProcess.RunAsync(
                [Programs.Find("mount"), "-t", "tmpfs", "-o", $"size={Bytes}", "none", path], null, cancellationToken);
        }
        catch (InvalidOperationException refused)
        {
            Assert.Skip($"This system lets nobody mount a small disk to fill: {refused.Message}");
        }

        return new TinyDisk(path);
    }

    public async ValueTask DisposeAsync() => await ServerProcess.RunAsync([Programs.Find("umount"), Path], null, CancellationToken.None);
}
