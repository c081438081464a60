using System.Globalization;
using Microsoft.Extensions.Configuration;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Tests.Api.Providers;

public sealed class ProvidersDocumentTests
{
    [Fact]
    public async Task The_document_has_every_model_with_its_price_and_no_other()
    {
        var document = await File.ReadAllLinesAsync(Repository.File("docs/providers.md"), TestContext.Current.CancellationToken);
        var models = ModelCatalog.Load(new ConfigurationBuilder().Build()).All.Where(model => model.Provider != ProviderOptions.Studio).ToList();
        var rows = document.Where(line => line.StartsWith("| `fal/", StringComparison.Ordinal) || line.StartsWith("| `replicate/", StringComparison.Ordinal));

        rows.Select(Cells).Select(cells => (cells[0], cells[6].TrimEnd(' ', '*'), cells[7])).ShouldBe(models.Select(model => (
            $"`{model.Provider}/{model.Name}`",
            $"${(model.Cost.UsdMicros / 1_000_000m).ToString("0.####", CultureInfo.InvariantCulture)} {Per(model.Cost.Basis)}",
            $"{model.Price.Credits} {Per(model.Price.Basis)}")), ignoreOrder: true);
    }

    private static string[] Cells(string row) => row.Trim('|').Split('|', StringSplitOptions.TrimEntries);

    private static string Per(PriceBasis basis) => basis switch
    {
        PriceBasis.StartedMinute => "a started minute",
        PriceBasis.StartedSecond => "a second",
        _ => "a track",
    };
}
