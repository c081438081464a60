using System.ComponentModel;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator;

/// <summary>How the simulated vendors are when they start; the control API changes it later.</summary>
public sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    [Description("Seconds a job waits before it is rendered.")]
    public double QueueSeconds { get; init; } = 0.5;

    [Description("Seconds a render takes.")]
    public double RenderSeconds { get; init; } = 4;

    [Description("Whether audio has one channel at a low rate, for loads.")]
    public bool Mono { get; init; }

    public VendorOptions Fal { get; init; } = new();

    public VendorOptions Replicate { get; init; } = new();

    internal Pace Pace => new(QueueSeconds, RenderSeconds, Mono: Mono);
}
