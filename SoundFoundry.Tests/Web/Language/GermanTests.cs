using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SoundFoundry.Tests.Web.Language;

/// <summary>The pages' sources are searched for texts, because a missing one shows itself only where somebody reads it.</summary>
public sealed partial class GermanTests
{
    private static readonly string Web = Repository.File("SoundFoundry.Web");

    /// <summary>Each folder that has words of its own.</summary>
    public static TheoryData<string> Areas =>
        [.. Directory.EnumerateDirectories(Web).Where(folder => File.Exists(Path.Combine(folder, "Words.de.resx"))).Select(folder => Path.GetFileName(folder)!)];

    [Theory, MemberData(nameof(Areas))]
    public void Every_text_of_an_area_has_its_German(string area)
    {
        var german = German(area);
        var sources = Sources(Path.Combine(Web, area), ".razor", ".cs");
        if (area == "Layout") sources = sources.Concat(Sources(Path.Combine(Web, "wwwroot/js"), ".js"));

        sources.SelectMany(SaidTexts.In).Distinct().Where(text => !german.ContainsKey(text)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Areas))]
    public void A_translation_takes_the_values_that_its_text_takes(string area) =>
        German(area).Where(word => !Values(word.Key).SetEquals(Values(word.Value))).Select(word => word.Key).ShouldBeEmpty();

    [Fact]
    public void Texts_are_found_in_all_the_ways_they_are_said() =>
        SaidTexts.In("""@T["One"] T[n == 1 ? "1 track" : "{0} tracks", n] t["A \"word\""] _t["Two"] words["Three"] say("Play {0}", name) GET["no"] """)
            .ShouldBe(["One", "1 track", "{0} tracks", "A \"word\"", "Two", "Three", "Play {0}"]);

    private static Dictionary<string, string> German(string area) =>
        XDocument.Load(Path.Combine(Web, area, "Words.de.resx")).Root!.Elements("data")
            .ToDictionary(word => word.Attribute("name")!.Value, word => word.Element("value")!.Value);

    private static IEnumerable<string> Sources(string folder, params string[] kinds) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => kinds.Contains(Path.GetExtension(file))).Select(File.ReadAllText);

    private static HashSet<string> Values(string text) => [.. Value().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("""\{\d+\}""")]
    private static partial Regex Value();
}
