using System.Globalization;

namespace SoundFoundry.Bench.Systems;

/// <summary>How long a process kept a core busy, as the kernel counts it.</summary>
internal static class ProcessorTime
{
    /// <summary>The kernel's unit in its files, whatever its own clock does.</summary>
    private const double TicksPerSecond = 100;

    private const int UserTicks = 11;

    public static TimeSpan Of(int process)
    {
        var line = File.ReadAllText($"/proc/{process}/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' '); // the name before it may contain spaces
        var ticks = fields.Skip(UserTicks).Take(2).Sum(field => double.Parse(field, CultureInfo.InvariantCulture));
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
