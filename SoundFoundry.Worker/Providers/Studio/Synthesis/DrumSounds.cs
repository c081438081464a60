using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Makes each drum of a kit once, as mono samples; hits then only copy them.</summary>
internal static class DrumSounds
{
    public static float[] Make(Drum drum, DrumKit kit) => drum switch
    {
        Drum.Kick => Kick(kit),
        Drum.Snare => Snare(kit),
        Drum.Clap => Clap(),
        Drum.Rim => Tone(0.09f, [(1720f, 0.5f, 190f), (480f, 0.35f, 120f)], noise: 0.12f, noiseDecay: 300f, noiseHertz: 3000f),
        Drum.ClosedHat => Metal(0.09f, 70f, 7800f, 0.34f),
        Drum.OpenHat => Metal(0.42f, 13f, 7200f, 0.32f),
        Drum.Ride => Metal(0.9f, 6.5f, 5200f, 0.2f),
        Drum.Crash => Metal(2.2f, 2.6f, 3600f, 0.42f),
        Drum.LowTom => Swept(kit == DrumKit.Orchestral ? 1.1f : 0.6f, 150f, 78f, 16f, kit == DrumKit.Orchestral ? 4.5f : 8f, 0.12f),
        Drum.HighTom => Swept(0.45f, 240f, 140f, 18f, 9f, 0.10f),
        Drum.Conga => Swept(0.3f, 330f, 270f, 40f, 14f, 0.06f),
        _ => Metal(0.07f, 55f, 5600f, 0.2f),
    };

    private static float[] Kick(DrumKit kit) => kit switch
    {
        DrumKit.Electronic => Swept(0.42f, 240f, 48f, 34f, 9f, 0.16f),
        DrumKit.Deep => Swept(0.6f, 150f, 44f, 26f, 6f, 0.08f),
        DrumKit.Orchestral => Swept(1.4f, 90f, 41f, 12f, 3.4f, 0.10f),
        DrumKit.Brushes => Swept(0.3f, 110f, 56f, 30f, 12f, 0.05f),
        _ => Swept(0.38f, 170f, 54f, 36f, 11f, 0.20f),
    };

    private static float[] Snare(DrumKit kit) => kit switch
    {
        DrumKit.Brushes => Tone(0.28f, [(190f, 0.1f, 20f)], 0.3f, 16f, 2200f),
        DrumKit.Deep => Tone(0.3f, [(176f, 0.5f, 18f), (330f, 0.2f, 26f)], 0.4f, 17f, 1500f),
        DrumKit.Orchestral => Tone(0.35f, [(200f, 0.3f, 20f)], 0.5f, 14f, 2000f),
        _ => Tone(0.28f, [(186f, 0.5f, 22f), (334f, 0.25f, 28f)], 0.55f, 20f, 1800f),
    };

    /// <summary>A sine that falls from one pitch to another, with a click in front.</summary>
    private static float[] Swept(float seconds, float from, float to, float fall, float decay, float click)
    {
        var samples = new float[Frames(seconds)];
        var noise = new Noise(7);
        var phase = 0f;
        for (var i = 0; i < samples.Length; i++)
        {
            var time = i / (float)Audio.SampleRate;
            phase += (to + ((from - to) * MathF.Exp(-fall * time))) / Audio.SampleRate;
            var body = MathF.Sin(2f * MathF.PI * phase) * MathF.Exp(-decay * time);
            samples[i] = (0.95f * body) + (click * noise.Next() * MathF.Exp(-420f * time));
        }

        return Faded(samples);
    }

    /// <summary>Ringing modes under a burst of noise.</summary>
    private static float[] Tone(
        float seconds, (float Hertz, float Level, float Decay)[] modes, float noise, float noiseDecay, float noiseHertz)
    {
        var samples = new float[Frames(seconds)];
        var source = new Noise(11);
        var filter = default(StateVariableFilter);
        filter.Tune(noiseHertz, 0.8f);
        for (var i = 0; i < samples.Length; i++)
        {
            var time = i / (float)Audio.SampleRate;
            samples[i] = noise * MathF.Exp(-noiseDecay * time) * filter.High(source.Next());
            foreach (var (hertz, level, decay) in modes)
                samples[i] += level * MathF.Sin(2f * MathF.PI * hertz * time) * MathF.Exp(-decay * time);
        }

        return Faded(samples);
    }

    private static float[] Clap()
    {
        var samples = new float[Frames(0.26f)];
        var source = new Noise(13);
        var filter = default(StateVariableFilter);
        filter.Tune(1250f, 1.3f);
        for (var i = 0; i < samples.Length; i++)
        {
            var time = i / (float)Audio.SampleRate;
            var hands = time < 0.03f ? MathF.Exp(-260f * (time % 0.01f)) : MathF.Exp(-19f * (time - 0.03f));
            samples[i] = 0.9f * hands * filter.Band(source.Next());
        }

        return Faded(samples);
    }

    /// <summary>Six square waves that fit no scale, and noise, through a high-pass: the recipe of the old drum machines.</summary>
    private static float[] Metal(float seconds, float decay, float hertz, float level)
    {
        float[] squares = [263f, 400f, 421f, 474f, 587f, 845f];
        var samples = new float[Frames(seconds)];
        var source = new Noise(17);
        var filter = default(StateVariableFilter);
        filter.Tune(hertz, 0.9f);
        for (var i = 0; i < samples.Length; i++)
        {
            var time = i / (float)Audio.SampleRate;
            var metal = 0f;
            foreach (var square in squares) metal += (square * 1.7f * time % 1f) < 0.5f ? 0.1f : -0.1f;
            samples[i] = level * MathF.Exp(-decay * time) * filter.High(metal + (0.7f * source.Next()));
        }

        return Faded(samples);
    }

    private static int Frames(float seconds) => (int)(seconds * Audio.SampleRate) / Audio.Grain * Audio.Grain;

    private static float[] Faded(float[] samples)
    {
        var fade = Math.Min(400, samples.Length / 4);
        for (var i = 0; i < fade; i++) samples[^(i + 1)] *= i / (float)fade;
        return samples;
    }
}
