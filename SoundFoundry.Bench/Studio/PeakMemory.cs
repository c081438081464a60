using System.Diagnostics;

namespace SoundFoundry.Bench.Studio;

/// <summary>Watches the process's resident memory while something runs.</summary>
internal sealed class PeakMemory : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly Timer _timer;
    private long _peak;

    public PeakMemory() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(5));

    public static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / Megabyte;
    }

    public long Stop()
    {
        Look();
        return _peak;
    }

    public void Dispose() => _timer.Dispose();

    private void Look() => _peak = Math.Max(_peak, Resident());
}
