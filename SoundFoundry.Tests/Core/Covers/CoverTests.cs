using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SoundFoundry.Core.Covers;
using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Tests.Core.Covers;

public sealed partial class CoverTests
{
    private static readonly string[] Allowed = ["svg", "path", "circle"];

    [Fact]
    public void Whatever_the_sound_a_cover_is_a_small_plain_picture_and_always_the_same()
    {
        var chance = new Random(6);
        foreach (var artifact in Enumerable.Range(0, 400).Select(i => Any(chance, i)))
        {
            var svg = Cover.Draw(artifact);

            Cover.Draw(artifact with { Peaks = [.. artifact.Peaks], Key = "elsewhere" }).ShouldBe(svg);
            Encoding.UTF8.GetByteCount(svg).ShouldBeLessThan(6 * 1024);
            var picture = XDocument.Parse(svg);
            picture.Descendants().ShouldAllBe(element => Allowed.Contains(element.Name.LocalName));
            foreach (var attribute in picture.Root!.Elements().Attributes()) Values().IsMatch(attribute.Value).ShouldBeTrue(attribute.ToString());
        }
    }

    [Fact]
    public void Another_sound_has_another_cover()
    {
        var chance = new Random(7);
        Enumerable.Range(0, 200).Select(i => Cover.Draw(Any(chance, 2_000 + i))).Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public void Neighbours_on_the_circle_of_fifths_look_alike_and_minor_is_darker()
    {
        var (c, g, a) = (Ground("C major"), Ground("G major"), Ground("A minor"));

        (c == g).ShouldBeFalse();
        Light(a).ShouldBeLessThan(Light(c) / 2);
        Light(c).ShouldBe(Light(g), 30);
    }

    [Fact]
    public void Still_and_lively_dark_and_bright_are_composed_differently()
    {
        var peaks = Enumerable.Range(0, 1_000).Select(i => (byte)(128 + (100 * Math.Sin(i / 9.0)))).ToArray();
        new[] { (0.1, 0.1), (0.1, 0.9), (0.9, 0.1), (0.9, 0.9) }
            .Select(mood => Cover.Draw(Of(peaks) with { Energy = mood.Item1, Brightness = mood.Item2 }))
            .Select(svg => Regex.Count(svg, "<path"))
            .Distinct().Count().ShouldBe(4);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("H minor")]
    [InlineData(" major")]
    [InlineData("A")]
    public void What_is_no_key_is_none(string? name) => MusicalKey.Parse(name).ShouldBeNull();

    [Fact]
    public void Every_key_is_found_again_by_its_name()
    {
        var keys = Enumerable.Range(0, 24).Select(i => new MusicalKey(i % 12, i >= 12)).ToList();
        keys.Select(key => MusicalKey.Parse(key.ToString())).ShouldBe(keys);
    }

    private static Artifact Any(Random chance, int count)
    {
        var peaks = new byte[count];
        chance.NextBytes(peaks);
        if (count % 7 == 0) Array.Fill(peaks, (byte)chance.Next(256));
        var old = Of(peaks);
        return count % 3 == 0 ? old : old with
        {
            MusicalKey = count % 5 == 0 ? null : new MusicalKey(chance.Next(12), chance.Next(2) == 0).ToString(),
            Brightness = chance.NextDouble(),
            Energy = chance.NextDouble(),
        };
    }

    private static Artifact Of(byte[] peaks) => new("users/1/tracks/1/1-1.wav", "audio/wav", 1, "", 30, peaks);

    private static string Ground(string key) =>
        Colour().Match(Cover.Draw(Of([1, 2, 3]) with { MusicalKey = key, Brightness = 0.5, Energy = 0.5 })).Groups[1].Value;

    private static double Light(string colour) => Convert.FromHexString(colour).Average(part => (double)part);

    [GeneratedRegex(@"\A(#[0-9a-f]{6}|-?\d+|[-MLQVHhvazZ0-9 ]+)\z")]
    private static partial Regex Values();

    [GeneratedRegex("fill=\"#([0-9a-f]{6})\"")]
    private static partial Regex Colour();
}
