namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Lets the last chord die away by the last frame, as a hand on the fader would.</summary>
internal sealed class RingOut(int start, int end)
{
    private const float HoldShare = 0.25f;

    public static RingOut For(Composition composition, int frames)
    {
        var final = (int)composition.Tempo.Frame(composition.FinalTick, Audio.SampleRate);
        return new RingOut(final + (int)(HoldShare * (frames - final)), frames);
    }

    public void Apply(StereoBlock block, int blockStart)
    {
        if (blockStart + Audio.BlockFrames <= start) return;
        for (var i = 0; i < Audio.BlockFrames; i++)
        {
            var left = Math.Clamp((end - blockStart - i) / (float)(end - start), 0f, 1f);
            block.Left[i] *= left * left;
            block.Right[i] *= left * left;
        }
    }
}
