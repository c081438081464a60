using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Tests.Core.Models;

public sealed class ModelCatalogTests
{
    private static readonly ModelCatalog BuiltIn = Load();
    private static readonly ProviderOptions BothKeys = new() { FalKey = "k", ReplicateToken = "t" };
    private static readonly RenderRequest Plain = new("warm ambient pad", null, [], null, 20, false, 0.5, 1);

    [Theory]
    [InlineData("fal", "stable-audio-25", "ace-step", "minimax-music-v2", "minimax-music-v2.6", "lyria2", "elevenlabs-music", "cassetteai")]
    [InlineData("replicate", "stable-audio-2.5", "lyria-2", "music-1.5", "elevenlabs-music", "ace-step", "musicgen")]
    [InlineData("studio", "composer-1")]
    public void The_built_in_table_has_the_models_we_speak_of(string provider, params string[] models) =>
        BuiltIn.All.Where(model => model.Provider == provider).Select(model => model.Name).ShouldBe(models, ignoreOrder: true);

    [Theory]
    [InlineData(20, false, null, "fal/stable-audio-25", "replicate/stable-audio-2.5")]
    [InlineData(240, false, null, "fal/ace-step", "replicate/ace-step")]
    [InlineData(60, true, "la la la la la", "fal/ace-step", "replicate/ace-step")]
    [InlineData(60, true, null, "fal/elevenlabs-music", "replicate/elevenlabs-music")]
    public void Each_kind_of_request_has_its_first_choice_at_both_providers(
        double seconds, bool vocals, string? lyrics, string first, string fallback)
    {
        var route = RoutePlanner.Plan(Plain with { DurationSeconds = seconds, HasVocals = vocals, Lyrics = lyrics }, RoutePin.None, BuiltIn, BothKeys)
            .ShouldBeOfType<ModelRoute.Through>();

        route.Models[0].ShouldBe(BuiltIn.All.Single(model => model.Id == first));
        route.Models.First(model => model.Provider == "replicate").ShouldBe(BuiltIn.All.Single(model => model.Id == fallback));
    }

    [Fact]
    public void A_changed_table_has_another_version()
    {
        var dearer = Load(("Models:studio/composer-1:Price:Credits", "2"));

        dearer.Version.ShouldNotBe(BuiltIn.Version);
        dearer.Find("studio", "composer-1")!.Price.Credits.ShouldBe(2);
    }

    [Fact]
    public void The_operator_can_add_change_and_switch_off_models()
    {
        var catalog = Load(
            ("Models:fal/ace-step:Enabled", "false"), ("Models:fal/lyria2:Rank", "0"), 
            ("Models:replicate/mine:Endpoint", "me/mine"), ("Models:replicate/mine:Input:prompt", "{prompt}"));

        catalog.Find("fal", "ace-step").ShouldBeNull();
        catalog.Find("replicate", "mine").ShouldNotBeNull();
        RoutePlanner.Plan(Plain with { DurationSeconds = 30 }, RoutePin.None, catalog, BothKeys)
            .ShouldBeOfType<ModelRoute.Through>().Models[0].Name.ShouldBe("lyria2");
    }

    [Theory]
    [InlineData("MaxDurationSeconds", "-1")]
    [InlineData("Endpoint", "")]
    [InlineData("Version", "latest")]
    [InlineData("Input:prompt", "{promt}")]
    [InlineData("Lengths:nowhere:Max", "10")]
    [InlineData("MinDurationSeconds", "500")]
    public void A_mistake_in_the_table_stops_the_start_and_names_the_model(string key, string value) =>
        Should.Throw<ValidationException>(() => Load(($"Models:fal/lyria2:{key}", value))).Message.ShouldContain("Models:fal/lyria2");

    [Theory]
    [InlineData("suno/v4")]
    [InlineData("ace-step")]
    public void An_entry_is_named_by_its_provider_and_its_name(string key) =>
        Should.Throw<ValidationException>(() => Load(($"Models:{key}:Note", "x"))).Message.ShouldContain($"Models:{key}");

    private static ModelCatalog Load(params (string Key, string Value)[] settings) => ModelCatalog.Load(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
