using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Renditions;

namespace SoundFoundry.Tests.Api.Problems;

public sealed partial class PhrasebookTests
{
    private readonly Phrasebook _german = Asked("de-AT,de;q=0.9,en;q=0.8").ShouldNotBeNull();

    public static TheoryData<string> Messages => [.. new[] { typeof(Messages), typeof(RenditionReasons) }
        .SelectMany(texts => texts.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(message => Value().Replace((string)message.GetRawConstantValue()!, "7"))];

    [Theory, MemberData(nameof(Messages))]
    public void Whatever_is_said_beside_a_field_has_its_German(string message) => _german.Say(message).ShouldNotBe(message);

    [Theory]
    [InlineData("At most 2,000 characters.", "Höchstens 2,000 Zeichen.")]
    [InlineData("At most 20.", "Höchstens 20.")]
    [InlineData("Must be between 5 and 240.", "Muss zwischen 5 und 240 liegen.")]
    [InlineData("10.0.0.1 does not lead to a public address.", "10.0.0.1 führt zu keiner öffentlichen Adresse.")]
    [InlineData("fal/a makes at most 47 s.", "fal/a macht höchstens 47 s.")]
    [InlineData("fal/a makes at most 47 s; fal/b always sings. These could: fal/c.", "fal/a macht höchstens 47 s; fal/b singt immer. Diese könnten es: fal/c.")]
    [InlineData("Nobody has translated this.", "Nobody has translated this.")]
    public void What_differs_from_case_to_case_is_kept(string english, string german) => _german.Say(english).ShouldBe(german);

    [Theory]
    [InlineData(null)]
    [InlineData("en,de;q=0.5")]
    [InlineData("fr,ja")]
    [InlineData("fr,de;q=0")]
    [InlineData(";;;=")]
    public void Who_asks_for_no_German_gets_none(string? asked) => Asked(asked).ShouldBeNull();

    [Fact]
    public void A_translation_takes_the_values_that_its_text_takes() =>
        XDocument.Load(Repository.File("SoundFoundry.Api/Problems/German.resx")).Root!.Elements("data")
            .Where(word => !Values(word.Attribute("name")!.Value).SetEquals(Values(word.Element("value")!.Value))).ShouldBeEmpty();

    private static Phrasebook? Asked(string? languages)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = languages;
        return Phrasebook.AskedBy(request);
    }

    private static HashSet<string> Values(string text) => [.. Value().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d(:N0)?\}")]
    private static partial Regex Value();
}
