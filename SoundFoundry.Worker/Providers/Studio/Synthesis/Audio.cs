namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

internal static class Audio
{
    public const int SampleRate = 44_100;

    /// <summary>Frames rendered at a time: small enough that every bus of a block stays in the first-level cache.</summary>
    public const int BlockFrames = 512;

    /// <summary>Notes begin on multiples of this, so that vector code never meets a ragged edge (0.4 ms is not heard).</summary>
    public const int Grain = 16;

    public static float Hertz(float pitch) => 440f * MathF.Pow(2f, (pitch - 69f) / 12f);

    public static float Gain(float decibels) => MathF.Pow(10f, decibels / 20f);
}
