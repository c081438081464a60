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
        var (left, right, noise, crackle) = (_left, _right, _noise, _crackle);
        for (var i = 0; i < block.Left.Length; i++)
        {
            var chance = noise.Next();
            if (MathF.Abs(chance) < CrackleOdds) crackle = 0.06f * noise.Next();
            block.Left[i] = left.Low(block.Left[i] + (Hiss * chance) + crackle);
            block.Right[i] = right.Low(block.Right[i] + (Hiss * noise.Next()) + (0.6f * crackle));
            crackle *= -0.72f;
        }

        (_left, _right, _noise, _crackle) = (left, right, noise, crackle);
    }

    private static StateVariableFilter Top()
    {
        var filter = default(StateVariableFilter);
        filter.Tune(TopHertz, 0.75f);
        return filter;
    }
}
