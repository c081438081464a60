using System.Diagnostics;
using SoundFoundry.Worker.Providers.Studio;

namespace SoundFoundry.Bench.Studio;

/// <summary>How much faster than real time the studio renders on one core, first and later, and what memory it takes.</summary>
internal sealed class StudioBench : IBenchProgram
{
    public string Name => "studio";

    public string Summary => "speed on one core (cold and warm) and peak memory of the built-in synthesiser";

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        Console.WriteLine(Machine.Describe());
        UseOneCore();
        GC.Collect();
        var idle = PeakMemory.Resident();
        Print("first render of the process, 30 s", Render(StudioPrompts.All[2], 30, cancellationToken));
        Print("second, 30 s", Render(StudioPrompts.All[3], 30, cancellationToken));

        var slowest = double.MaxValue;
        foreach (var prompt in StudioPrompts.All)
        {
            var run = Render(prompt, 60, cancellationToken);
            Print($"60 s: {prompt}", run);
            slowest = Math.Min(slowest, run.Speed);
        }

        Console.WriteLine($"slowest 60 s track: {slowest:F0} x real time");
        foreach (var prompt in StudioPrompts.All.Take(4))
        {
            using var memory = new PeakMemory();
            Print($"240 s: {prompt}", Render(prompt, 240, cancellationToken));
            Console.WriteLine($"    peak {memory.Stop() - idle} MB above the {idle} MB of the idle process");
        }

        return Task.FromResult(0);
    }

    private static (double Seconds, double Speed) Render(string prompt, double duration, CancellationToken cancellationToken)
    {
        // Processor time, not the clock's: another program's load must not look like ours.
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var composition = Composer.Compose(new StudioRequest(prompt, [], duration, 0.7, HasVocals: true, Seed: 1));
        Synthesizer.Render(composition, Stream.Null, new IgnoredProgress(), cancellationToken);
        process.Refresh();
        var seconds = (process.TotalProcessorTime - before).TotalSeconds;
        return (seconds, duration / seconds);
    }

    private static void Print(string what, (double Seconds, double Speed) run) =>
        Console.WriteLine($"{what,-60} {run.Seconds,7:F3} s {run.Speed,7:F0} x real time");

    /// <summary>The compiler's background threads share the one core too, as they would on a busy machine.</summary>
    private static void UseOneCore()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows()) return;
        using var process = Process.GetCurrentProcess();
        process.ProcessorAffinity = 1;
    }
}
