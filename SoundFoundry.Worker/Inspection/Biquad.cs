namespace SoundFoundry.Worker.Inspection;

/// <summary>A filter of second order.</summary>
internal sealed class Biquad(double b0, double b1, double b2, double a1, double a2)
{
    private double _first;
    private double _second;

    public double Next(double input)
    {
        var output = (b0 * input) + _first;
        _first = (b1 * input) - (a1 * output) + _second;
        _second = (b2 * input) - (a2 * output);
        return output;
    }
}
