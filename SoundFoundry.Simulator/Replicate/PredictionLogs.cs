using System.Text;
using SoundFoundry.Simulator.Audio;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>One growing text, progress as tqdm draws it.</summary>
internal static class PredictionLogs
{
    private const int Steps = 50;
    private const int BarWidth = 10;

    public static string Of(Render render, RenderMoment moment)
    {
        if (moment.StartedAt is null) return "";
        var logs = new StringBuilder().Append("Using seed: ").Append(AudioSeed.Of(render)).Append('\n');
        var last = (int)(moment.Progress * Steps);
        for (var step = 0; step <= last; step += Steps / BarWidth) AppendLine(logs, render, step);
        if (last % (Steps / BarWidth) != 0) AppendLine(logs, render, last);
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
