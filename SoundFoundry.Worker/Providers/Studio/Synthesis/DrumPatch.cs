using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

internal sealed record DrumPatch(DrumKit Kit) : Patch
{
    private readonly float[]?[] _sounds = new float[Enum.GetValues<Drum>().Length][];

    public override Voice Play(int pitch, int velocity, int heldFrames, float brightness, uint variation)
    {
        var sound = _sounds[pitch] ??= DrumSounds.Make((Drum)pitch, Kit);
        var force = velocity / 127f;
        var pan = Pan((Drum)pitch);
        var level = Level((Drum)pitch) * force * force;
        return new SampleVoice(sound, level * MathF.Sqrt(0.5f * (1f - pan)), level * MathF.Sqrt(0.5f * (1f + pan)));
    }

    private static float Pan(Drum drum) => drum switch
    {
        Drum.ClosedHat or Drum.OpenHat => 0.3f,
        Drum.Ride => -0.35f,
        Drum.Crash => -0.2f,
        Drum.LowTom => -0.4f,
        Drum.HighTom => 0.4f,
        Drum.Shaker => -0.45f,
        Drum.Conga => 0.45f,
        Drum.Rim => 0.15f,
        _ => 0f,
    };

    private static float Level(Drum drum) => drum switch
    {
        Drum.Kick => 1.5f,
        Drum.Snare or Drum.Clap => 1.05f,
        Drum.LowTom or Drum.HighTom => 1.1f,
        Drum.Crash => 0.55f,
        Drum.ClosedHat or Drum.OpenHat or Drum.Ride => 1.2f,
        _ => 0.8f,
    };
}
