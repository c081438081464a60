using System.Runtime.InteropServices;

namespace SoundFoundry.Bench;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Describe() =>
        $"{Processor()}, {Environment.ProcessorCount} logical processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}{Load()}";

    /// <summary>Whether it had other work: the average number of programs that wanted a processor in the last minute.</summary>
    private static string Load()
    {
        const string path = "/proc/loadavg";
        return File.Exists(path) ? $", load average {File.ReadAllText(path).Split(' ')[0]}" : "";
    }

    private static string Processor()
    {
        const string path = "/proc/cpuinfo";
        if (!File.Exists(path)) return RuntimeInformation.ProcessArchitecture.ToString();
        var line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
