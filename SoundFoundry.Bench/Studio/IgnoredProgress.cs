namespace SoundFoundry.Bench.Studio;

internal sealed class IgnoredProgress : IProgress<double>
{
    public void Report(double value)
    {
    }
}
