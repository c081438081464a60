namespace SoundFoundry.Tests.Worker.Providers.Studio;

internal sealed class ProgressLog : IProgress<double>
{
    public List<double> Reports { get; } = [];

    public void Report(double value) => Reports.Add(value);
}
