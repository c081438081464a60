using System.Globalization;
using System.Text;

namespace SoundFoundry.Core.Covers;

/// <summary>Lively and bright: a sun whose rays are as long as the sound is loud.</summary>
internal static class Rays
{
    private const int Count = 40;

    public static void Draw(Drawing drawing, CoverTrack track, CoverPalette palette)
    {
        // In the middle, or bigger in one of the corners.
        var (x, y, size) = (track.Fingerprint % 5) switch
        {
            0 => (300, 300, 1.0),
            1 => (150, 450, 1.5),
            2 => (450, 450, 1.5),
            3 => (450, 150, 1.5),
            _ => (150, 150, 1.5),
        };
        var levels = track.Levels(Count * 2);
        drawing.Shape(Fan(1, 0, 120, 330), palette.Far);
        drawing.Shape(Fan(0.62, 1, 90, 230), palette.Near);
        drawing.Disc(x, y, size * (74 + (30 * track.Energy)), palette.Accent);
        drawing.Disc(x, y, size * 20, palette.Ground);

        // Rays that touch are one outline: no hairlines between them.
        string Fan(double width, int first, double shortest, double longest)
        {
            var path = new StringBuilder();
            for (var ray = 0; ray < Count; ray++)
            {
                var middle = Math.PI * ((2 * ray) + first) / Count;
                var half = Math.PI * width / Count;
                var reach = size * (shortest + ((longest - shortest) * levels[(2 * ray) + first]));
                path.Append(ray == 0 ? 'M' : 'L');
                if (width < 1) Point(0, 0);
                Point(middle - half, reach);
                Point(middle + half, reach);
            }

            return path.Append('z').ToString();

            void Point(double angle, double reach) => path.Append(
                CultureInfo.InvariantCulture, $"{x + (reach * Math.Cos(angle)):0} {y + (reach * Math.Sin(angle)):0} ");
        }
    }
}
