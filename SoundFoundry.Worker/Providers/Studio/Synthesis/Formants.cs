namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>The resonances of a mouth, moving slowly between "ah" and "oo": what makes a saw sing.</summary>
internal sealed class Formants
{
    private const float Hertz = 0.09f;
    private static readonly (float Ah, float Oo, float Level, float Sharpness)[] Bands =
    [
        (800f, 350f, 1f, 5f),
        (1150f, 700f, 0.6f, 7f),
        (2800f, 2600f, 0.3f, 11f),
        (3500f, 3200f, 0.18f, 12f),
    ];

    private readonly StateVariableFilter[] _left = new StateVariableFilter[Bands.Length];
    private readonly StateVariableFilter[] _right = new StateVariableFilter[Bands.Length];
    private long _frame;

    public void Process(StereoBlock block)
    {
        Span<float> sumLeft = stackalloc float[Audio.BlockFrames];
        Span<float> sumRight = stackalloc float[Audio.BlockFrames];
        sumLeft.Clear();
        sumRight.Clear();
        var vowel = 0.5f + (0.5f * MathF.Cos((float)(2.0 * Math.PI * Hertz * _frame / Audio.SampleRate)));
        for (var band = 0; band < Bands.Length; band++)
        {
            var (ah, oo, level, sharpness) = Bands[band];
            var hertz = oo + ((ah - oo) * vowel);
            var (filterLeft, filterRight) = (_left[band], _right[band]);
            filterLeft.Tune(hertz, sharpness);
            filterRight.Tune(hertz, sharpness);
            for (var i = 0; i < sumLeft.Length; i++)
            {
                sumLeft[i] += level * filterLeft.Band(block.Left[i]);
                sumRight[i] += level * filterRight.Band(block.Right[i]);
            }

            (_left[band], _right[band]) = (filterLeft, filterRight);
        }

        for (var i = 0; i < sumLeft.Length; i++)
        {
            block.Left[i] = (1.9f * sumLeft[i]) + (0.06f * block.Left[i]);
            block.Right[i] = (1.9f * sumRight[i]) + (0.06f * block.Right[i]);
        }

        _frame += Audio.BlockFrames;
    }
}
