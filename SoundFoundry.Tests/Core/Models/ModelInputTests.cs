using SoundFoundry.Core.Models;

namespace SoundFoundry.Tests.Core.Models;

public sealed class ModelInputTests
{
    private static readonly RenderRequest Song = new("slow blues", "[verse]\nwoke up", ["guitar", "sad"], "drums", 42.2, true, 0.5, 4_294_967_295);

    [Fact]
    public void Each_source_fills_a_field_with_the_right_kind_of_value()
    {
        var input = For(Song, new()
        {
            ["a"] = "{prompt}", ["b"] = "{tags}", ["c"] = "{lyrics}", ["d"] = "{seconds}", ["e"] = "{whole seconds}", ["f"] = "{milliseconds}",
            ["g"] = "{seed}", ["h"] = "{instrumental}", ["i"] = "{negative prompt}", ["j"] = "{write lyrics}",
        });

        input.ShouldBe(
            """{"a":"slow blues, guitar, sad","b":"guitar, sad, slow blues","c":"[verse]\nwoke up","d":42.2,"e":43,"f":42200,"g":2147483647,"h":false,"i":"drums","j":false}""");
    }

    [Fact]
    public void What_the_request_does_not_have_is_left_out()
    {
        var plain = Song with { Lyrics = null, NegativePrompt = " ", HasVocals = false, Tags = [] };

        For(plain, new() { ["p"] = "{prompt and lyrics}", ["l"] = "{lyrics}", ["n"] = "{negative prompt}", ["i"] = "{lyrics or [inst]}" })
            .ShouldBe("""{"p":"slow blues","i":"[inst]"}""");
        For(plain with { HasVocals = true }, new() { ["w"] = "{write lyrics}" }).ShouldBe("""{"w":true}""");
        For(Song with { HasVocals = false }, new() { ["l"] = "{lyrics}" }).ShouldBe("{}");
    }

    [Fact]
    public void Constants_keep_their_kind_and_dots_lead_into_objects() =>
        For(Song, new() { ["x"] = "8", ["y"] = "true", ["z"] = "mp3", ["s.rate"] = "'44100'", ["s.gain"] = "0.5" })
            .ShouldBe("""{"x":8,"y":true,"z":"mp3","s":{"rate":"44100","gain":0.5}}""");

    [Theory]
    [InlineData(0, "2", "2")]
    [InlineData(0.25, "3.5", "4")]
    [InlineData(0.5, "5", "5")]
    [InlineData(1, "9", "9")]
    public void Style_strength_turns_the_model_s_own_dial_with_its_default_in_the_middle(double strength, string number, string whole) =>
        For(Song with { StyleStrength = strength }, new() { ["n"] = "{style 2|5|9}", ["w"] = "{whole style 2|5|9}" })
            .ShouldBe($$"""{"n":{{number}},"w":{{whole}}}""");

    [Fact]
    public void A_text_too_long_or_too_short_for_its_field_is_an_objection_and_never_cut()
    {
        var model = Model(new() { ["prompt"] = "{prompt}", ["lyrics"] = "{lyrics}" },
            new() { ["prompt"] = new TextLength { Min = 10, Max = 30 }, ["lyrics"] = new TextLength { Max = 20 } });

        model.Objection(Song).ShouldBeNull();
        model.Objection(Song with { Prompt = "x", Tags = [] })!.Reason.ShouldBe("needs at least 10 characters of prompt");
        model.Objection(Song with { Prompt = new string('x', 31) })!.Field.ShouldBe("prompt");
        model.Objection(Song with { Lyrics = new string('x', 21) })!.Field.ShouldBe("lyrics");
    }

    private static string For(RenderRequest request, Dictionary<string, string> input) =>
        ModelInput.For(Model(input, []), request).ToJsonString(new(System.Text.Json.JsonSerializerDefaults.General)
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    private static MusicModel Model(Dictionary<string, string> input, Dictionary<string, TextLength> lengths) =>
        new() { Provider = "fal", Name = "m", Endpoint = "x/m", Vocals = Vocals.Sung, Input = input, Lengths = lengths };
}
