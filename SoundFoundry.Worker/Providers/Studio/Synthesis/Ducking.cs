using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>The dip after each kick that makes dance music breathe.</summary>
internal sealed class Ducking(IReadOnlyList<long> kicks, float seconds)
{
    private readonly float[] _dip = new float[Audio.BlockFrames];
    private readonly float _fall = 1f / (seconds * Audio.SampleRate);
    private int _next;
    private float _depth;

    public static Ducking For(Composition composition)
    {
        var tempo = composition.Tempo;
        var drums = composition.Parts.FirstOrDefault(part => part.Role == Role.Drums);
        var kicks = drums?.Notes.Where(note => note.Pitch == (int)Drum.Kick).Select(note => tempo.Frame(note.Start, Audio.SampleRate));
        return new Ducking([.. kicks ?? []], (float)tempo.Seconds(tempo.PulseTicks) * 0.8f);
    }

    public void Advance(long blockStart)
    {
        for (var i = 0; i < _dip.Length; i++)
        {
            _depth = MathF.Max(0f, _depth - _fall);
            if (_next < kicks.Count && kicks[_next] <= blockStart + i)
            {
                _depth = 1f;
                _next++;
            }

            _dip[i] = _depth * _depth;
        }
    }

    public void Apply(StereoBlock block, float amount)
    {
        for (var i = 0; i < _dip.Length; i++)
        {
            var gain = 1f - (amount * _dip[i]);
            block.Left[i] *= gain;
            block.Right[i] *= gain;
        }
    }
}
