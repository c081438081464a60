namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>One sounding note.</summary>
internal abstract class Voice
{
    /// <summary>Adds the next frames to a bus; lengths are multiples of <see cref="Audio.Grain"/>.</summary>
    /// <returns>False when the note has died away.</returns>
    public abstract bool Render(Span<float> left, Span<float> right);
}
