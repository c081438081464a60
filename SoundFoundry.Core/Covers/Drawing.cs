using System.Globalization;
using System.Text;

namespace SoundFoundry.Core.Covers;

/// <summary>Writes an SVG of plain filled shapes on a square of <see cref="Size"/>, in whole numbers.</summary>
internal sealed class Drawing
{
    public const int Size = 600;
    private readonly StringBuilder _svg = new(
        $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Size}" height="{Size}" viewBox="0 0 {Size} {Size}">""");

    public Drawing Rectangle(double x, double y, double width, double height, string fill) =>
        Add($"""<path fill="{fill}" d="M{x:0} {y:0}h{width:0}v{height:0}h-{width:0}z"/>""");

    public Drawing Disc(double x, double y, double radius, string fill) =>
        Add($"""<circle cx="{x:0}" cy="{y:0}" r="{radius:0}" fill="{fill}"/>""");

    public Drawing Shape(string path, string fill) => Add($"""<path fill="{fill}" d="{path}"/>""");

    /// <summary>A curve through the middles between these points, which it leans to.</summary>
    public static string Curve(IReadOnlyList<(double X, double Y)> points, bool closed)
    {
        var path = new StringBuilder();
        var last = points.Count - 1;
        var start = closed ? Middle(points[last], points[0]) : points[0];
        path.Append(CultureInfo.InvariantCulture, $"M{start.X:0} {start.Y:0}");
        for (var i = 0; i < (closed ? points.Count : last); i++)
        {
            var end = Middle(points[i], points[(i + 1) % points.Count]);
            path.Append(CultureInfo.InvariantCulture, $"Q{points[i].X:0} {points[i].Y:0} {end.X:0} {end.Y:0}");
        }

        return path.Append(closed ? "z" : string.Create(CultureInfo.InvariantCulture, $"L{points[last].X:0} {points[last].Y:0}")).ToString();
    }

    public override string ToString() => $"{_svg}</svg>";

    private static (double X, double Y) Middle((double X, double Y) one, (double X, double Y) other) => ((one.X + other.X) / 2, (one.Y + other.Y) / 2);

    private Drawing Add(FormattableString element)
    {
        _svg.Append(element.ToString(CultureInfo.InvariantCulture));
        return this;
    }
}
