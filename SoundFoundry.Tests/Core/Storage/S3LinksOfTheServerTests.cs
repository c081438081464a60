using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>Browsers reach the S3 server, by links it checks itself.</summary>
public sealed class S3LinksOfTheServerTests(SharedCeph ceph) : S3AudioStoreConformance(ceph)
{
    [Fact]
    public async Task Links_lead_to_the_public_address()
    {
        var link = await Store.SignGetAsync("users/1/tracks/7/9-2.wav", TimeSpan.FromMinutes(1), null, Cancelled);
        link.GetLeftPart(UriPartial.Authority).ShouldBe(Settings["Storage:S3:PublicEndpoint"]);
    }

    private protected override async Task<Dictionary<string, string?>> NewSettingsAsync()
    {
        var settings = await base.NewSettingsAsync();
        settings["Storage:S3:PublicEndpoint"] =
            settings["Storage:S3:Endpoint"]!.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        return settings;
    }
}
