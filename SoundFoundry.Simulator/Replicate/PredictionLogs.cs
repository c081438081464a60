using System.Text;
using SoundFoundry.Simulator.Audio;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>One growing text, progress as tqdm draws it.</summary>
internal static class PredictionLogs
{
    private const int Steps = 50;
    private const int StepsPerLine = 2;
    private const int BarWidth = 10;

    public static string Of(Render render, RenderMoment moment)
    {
        if (moment.StartedAt is null) return "";
        var logs = new StringBuilder().Append("Using seed: ").Append(AudioSeed.Of(render)).Append('\n');
        for (var step = 0; step <= moment.Progress * Steps; step += StepsPerLine) AppendLine(logs, render, step);
        return logs.ToString();
    }

    private static void AppendLine(StringBuilder logs, Render render, int step)
    {
        var filled = BarWidth * step / Steps;
        var rate = Steps / Math.Max(0.01, render.RunsFor?.TotalSeconds ?? Steps);
        var (spent, left) = (Clock(step / rate), Clock((Steps - step) / rate));
        logs.Append(Invariant($"{100 * step / Steps,3}%|{new string('█', filled)}{new string(' ', BarWidth - filled)}| {step}/{Steps} "))
            .Append(Invariant($"[{spent}<{left}, {rate,5:0.00}it/s]\n"));
    }

    private static string Clock(double seconds) => Invariant($"{(int)seconds / 60:00}:{(int)seconds % 60:00}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
