using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SoundFoundry.Api;
using SoundFoundry.Api.Providers;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Tests.Api.Providers;

public sealed class ProviderListTests
{
    private static readonly ModelCatalog Catalog = ModelCatalog.Load(new ConfigurationBuilder().Build());

    [Fact]
    public void Who_is_asked_first_comes_first_and_who_has_no_key_last()
    {
        Names(new ProviderOptions { FalKey = "a:b", ReplicateToken = "r8" }).ShouldBe(["fal", "replicate", "studio"]);
        Names(new ProviderOptions { FalKey = "a:b", ReplicateToken = "r8", Default = "replicate" }).ShouldBe(["replicate", "fal", "studio"]);
        Names(new ProviderOptions { ReplicateToken = "r8" }).ShouldBe(["replicate", "studio", "fal"]);
        Names(new ProviderOptions()).ShouldBe(["studio", "fal", "replicate"]);
    }

    [Fact]
    public void The_first_model_of_a_provider_is_the_one_it_is_asked_for()
    {
        var list = ProviderList.Of(Catalog, new ProviderOptions());

        list.Providers.Select(provider => provider.Models[0].Model).ShouldBe(["composer-1", "stable-audio-25", "stable-audio-2.5"]);
    }

    [Fact]
    public void No_model_offers_a_length_that_a_request_may_not_have() =>
        ProviderList.Of(Catalog, new ProviderOptions()).Providers.SelectMany(provider => provider.Models)
            .ShouldAllBe(model => model.MinDurationS >= TrackLimits.MinDuration && model.MaxDurationS <= TrackLimits.MaxDuration);

    [Fact]
    public void A_model_tells_a_form_what_it_can_do()
    {
        var song = Entry("minimax-music-v2");
        song.GetProperty("vocals").GetString().ShouldBe("sung");
        song.GetProperty("lyrics_required").GetBoolean().ShouldBeTrue();
        song.GetProperty("instrumental").GetString().ShouldBe("never");
        song.GetProperty("controls_duration").GetBoolean().ShouldBeFalse();
        song.GetProperty("tolerance_s").ValueKind.ShouldBe(JsonValueKind.Null);
        song.GetProperty("format").GetString().ShouldBe("mp3");
        (song.GetProperty("prompt").GetProperty("min").GetInt32(), song.GetProperty("prompt").GetProperty("max").GetInt32()).ShouldBe((10, 300));
        (song.GetProperty("lyrics").GetProperty("min").GetInt32(), song.GetProperty("lyrics").GetProperty("max").GetInt32()).ShouldBe((10, 3000));
        song.GetProperty("price_basis").GetString().ShouldBe("flat");
        song.GetProperty("note").GetString()!.ShouldNotBeEmpty();

        var stable = Entry("stable-audio-25");
        stable.GetProperty("instrumental").GetString().ShouldBe("guaranteed");
        stable.GetProperty("tolerance_s").GetDouble().ShouldBe(1);
        stable.GetProperty("prompt").ValueKind.ShouldBe(JsonValueKind.Null);
        Entry("elevenlabs-music").GetProperty("price_basis").GetString().ShouldBe("started_minute");
    }

    private static IEnumerable<string> Names(ProviderOptions options) => ProviderList.Of(Catalog, options).Providers.Select(provider => provider.Name);

    private static JsonElement Entry(string model)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiBuilder.Configure(options);
        return JsonSerializer.SerializeToElement(ModelEntry.From(Catalog.Find("fal", model)!), options);
    }
}
