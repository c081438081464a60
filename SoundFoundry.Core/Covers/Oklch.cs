namespace SoundFoundry.Core.Covers;

/// <summary>A colour as people see it: equal steps look equal, and another hue at the same lightness is as light.</summary>
/// <param name="Lightness">0 to 1.</param>
/// <param name="Chroma">0 (grey) to about 0.3; what a screen cannot show is taken back until it can.</param>
/// <param name="Hue">Degrees.</param>
internal readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    /// <summary>As <c>#rrggbb</c>.</summary>
    public string ToHex()
    {
        var chroma = Chroma;
        var rgb = Linear(Lightness, chroma, Hue);
        while (chroma > 0.002 && rgb.Any(part => part is < -0.0005 or > 1.0005))
        {
            chroma -= 0.004;
            rgb = Linear(Lightness, chroma, Hue);
        }

        return $"#{string.Concat(rgb.Select(part => Encode(part).ToString("x2")))}";
    }

    // Björn Ottosson's matrices, from OKLab by way of cone responses to linear sRGB.
    private static double[] Linear(double lightness, double chroma, double hue)
    {
        var (a, b) = (chroma * Math.Cos(hue * Math.PI / 180), chroma * Math.Sin(hue * Math.PI / 180));
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return
        [
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s),
        ];
    }

    private static int Encode(double linear)
    {
        var part = Math.Clamp(linear, 0, 1);
        return (int)Math.Round(255 * (part <= 0.0031308 ? 12.92 * part : (1.055 * Math.Pow(part, 1 / 2.4)) - 0.055));
    }
}
