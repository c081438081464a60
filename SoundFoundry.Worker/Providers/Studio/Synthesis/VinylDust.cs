namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>An old record: a dull top, a faint hiss and now and then a crackle.</summary>
internal sealed class VinylDust
{
    private const float TopHertz = 5200f;
    private const float Hiss = 0.0016f;
    private const float CrackleOdds = 0.00022f;

    private StateVariableFilter _left = Top();
    private StateVariableFilter _right = Top();
    private Noise _noise = new(23);
    private float _crackle;

    public void Process(StereoBlock block)
    {
        for (var i = 0; i < block.Left.Length; i++)
        {
            var chance = _noise.Next();
            if (MathF.Abs(chance) < CrackleOdds) _crackle = 0.06f * _noise.Next();
            block.Left[i] = _left.Low(block.Left[i] + (Hiss * chance) + _crackle);
            block.Right[i] = _right.Low(block.Right[i] + (Hiss * _noise.Next()) + (0.6f * _crackle));
            _crackle *= -0.72f;
        }
    }

    private static StateVariableFilter Top()
    {
        var filter = default(StateVariableFilter);
        filter.Tune(TopHertz, 0.75f);
        return filter;
    }
}
