namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>How an instrument sounds.</summary>
internal abstract record Patch
{
    /// <param name="heldFrames">Frames until the key is let go.</param>
    /// <param name="brightness">-1 (dull) to 1 (bright), from the style.</param>
    /// <param name="variation">Differs from note to note, so that no two are quite alike.</param>
    public abstract Voice Play(int pitch, int velocity, int heldFrames, float brightness, uint variation);
}
