using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;

namespace SoundFoundry.Tests.Worker.Providers.Studio;

/// <summary>What ffmpeg's EBU R 128 meter says.</summary>
internal sealed partial record LoudnessReading(double Integrated, double TruePeak)
{
    public static async Task<LoudnessReading> OfAsync(byte[] wav, CancellationToken cancellationToken)
    {
        var report = new StringBuilder();
        await Cli.Wrap("ffmpeg")
            .WithArguments("-hide_banner -nostats -i pipe:0 -af ebur128=peak=true:framelog=verbose -f null -")
            .WithStandardInputPipe(PipeSource.FromBytes(wav))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(report))
            .ExecuteAsync(cancellationToken);
        return new LoudnessReading(Number(IntegratedLine(), report.ToString()), Number(PeakLine(), report.ToString()));
    }

    private static double Number(Regex regex, string report) =>
        double.Parse(regex.Match(report).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"I:\s+(-?[0-9.]+) LUFS")]
    private static partial Regex IntegratedLine();

    [GeneratedRegex(@"Peak:\s+(-?[0-9.]+) dBFS")]
    private static partial Regex PeakLine();
}
