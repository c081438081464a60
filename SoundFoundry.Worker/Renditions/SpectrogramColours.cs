namespace SoundFoundry.Worker.Renditions;

/// <summary>From nearly black by violet and red to nearly white: even to the eye, and readable on light and dark pages.</summary>
internal static class SpectrogramColours
{
    private static readonly byte[][] Stops = [[14, 15, 22], [52, 28, 92], [140, 41, 110], [222, 84, 88], [252, 165, 110], [255, 246, 224]];

    /// <summary>Red, green and blue of each shade.</summary>
    public static byte[] Palette(int shades)
    {
        var palette = new byte[3 * shades];
        for (var i = 0; i < palette.Length; i++)
        {
            var place = (double)(i / 3) * (Stops.Length - 1) / (shades - 1);
            var stop = Math.Min((int)place, Stops.Length - 2);
            palette[i] = (byte)Math.Round(Stops[stop][i % 3] + ((place - stop) * (Stops[stop + 1][i % 3] - Stops[stop][i % 3])));
        }

        return palette;
    }
}
