using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Simulator.Fal;
using SoundFoundry.Simulator.Models;
using SoundFoundry.Simulator.Replicate;

namespace SoundFoundry.Tests.Simulator.Models;

/// <summary>Our table of models against the limits the vendors publish.</summary>
public sealed class ModelTableTests
{
    private static readonly ModelCatalog Table = ModelCatalog.Load(new ConfigurationBuilder().Build());
    private static readonly double[] Strengths = [0, 0.3, 0.5, 0.77, 1];
    private static readonly double[] Durations = [5, 10.5, 26, 30, 47.3, 180, 190, 240];
    private static readonly string?[] Lyrics = [null, "la la la la la", new('x', 600), new('x', 3_000)];

    public static TheoryData<string, string> Remote =>
        new(Table.All.Where(model => model.Endpoint is not null).Select(model => (model.Provider, model.Name)));

    [Theory]
    [MemberData(nameof(Remote))]
    public void Whatever_the_table_lets_through_the_model_takes_and_renders_as_long_as_promised(string provider, string name)
    {
        var model = Table.Find(provider, name)!;
        var vendors = Find(model);
        var requests = Requests().Where(request => model.Objection(request) is null).ToList();

        requests.ShouldNotBeEmpty();
        foreach (var request in requests)
        {
            var input = (JsonObject)JsonNode.Parse(ModelInput.For(model, request).ToJsonString())!;
            var said = $"{request}: {input}";
            InputCheck.Problems(vendors, input).ShouldBeEmpty(said);
            if (model.ControlsDuration) vendors.Seconds(input).ShouldBe(request.DurationSeconds, model.ToleranceSeconds, said);
            vendors.Format(input).ToString().ToLowerInvariant().ShouldBe(model.Format);
        }
    }

    private static ModelSpec Find(MusicModel model) =>
        (model.Provider == ProviderOptions.Fal ? FalModels.Find(model.Endpoint!) : ReplicateModels.Find(model.Endpoint!)).ShouldNotBeNull();

    private static IEnumerable<RenderRequest> Requests() =>
        from duration in Durations
        from strength in Strengths
        from lyrics in Lyrics
        from vocals in new[] { true, false }
        select new RenderRequest("a long walk in soft rain", lyrics, ["piano"], "drums", duration, vocals, strength, long.MaxValue);
}
