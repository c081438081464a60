using Microsoft.Extensions.Options;

namespace SoundFoundry.Simulator.Renders;

/// <summary>The pace of jobs accepted from now on.</summary>
internal sealed class PaceSetting(IOptions<SimulatorOptions> options)
{
    private Pace _current = options.Value.Pace;

    public Pace Current => Volatile.Read(ref _current);

    public void Set(Pace pace) => Volatile.Write(ref _current, pace);

    public void Reset() => Set(options.Value.Pace);
}
