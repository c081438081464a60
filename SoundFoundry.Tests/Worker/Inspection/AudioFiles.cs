using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Worker.Inspection;

/// <summary>A folder of audio files made for one test class.</summary>
public sealed class AudioFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("soundfoundry-test-audio-");
    private int _files;

    public string NewPath(string extension) => Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _files)}.{extension}");

    public string Write(string extension, params byte[][] parts)
    {
        var path = NewPath(extension);
        File.WriteAllBytes(path, [.. parts.SelectMany(part => part)]);
        return path;
    }

    /// <summary>16-bit PCM of what <paramref name="sample"/> gives for the seconds since the start.</summary>
    public string WriteWav(double seconds, Func<double, double> sample, int sampleRate = 44_100, int channels = 2)
    {
        var frames = (int)(seconds * sampleRate);
        using var data = new BinaryWriter(new MemoryStream());
        for (var frame = 0; frame < frames; frame++)
            for (var channel = 0; channel < channels; channel++)
                data.Write((short)Math.Clamp(Math.Round(sample((double)frame / sampleRate) * 32768), -32768, 32767));
        return Write(
            "wav", WavBytes.Header(1, channels, sampleRate, 16, (uint)data.BaseStream.Length), ((MemoryStream)data.BaseStream).ToArray());
    }

    /// <summary>What ffmpeg makes of its own <paramref name="source"/>, such as <c>sine=frequency=440:duration=3</c>.</summary>
    public async Task<string> MakeAsync(string source, string extension, params string[] options)
    {
        var path = NewPath(extension);
        await ServerProcess.RunAsync(
            [Programs.Find("ffmpeg"), "-v", "error", "-f", "lavfi", "-i", source, .. options, path], null,
                TestContext.Current.CancellationToken);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
