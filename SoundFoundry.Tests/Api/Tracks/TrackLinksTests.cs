using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SoundFoundry.Api;
using SoundFoundry.Api.Tracks;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Tests.Api.Tracks;

public sealed class TrackLinksTests
{
    [Fact]
    public async Task A_link_to_an_S3_server_keeps_its_escapes()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:S3:Endpoint", "http://s3.internal:9000"), new("Storage:S3:PublicEndpoint", "https://music.example"),
            new("Storage:S3:AccessKey", "access"), new("Storage:S3:SecretKey", "secret-of-the-store"),
            new("Storage:SigningKey", Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N")),
        ]);
        builder.AddAudioStore();
        using var host = builder.Build();
        var links = new TrackLinks(
            host.Services.GetRequiredService<IAudioStore>(), new HttpContextAccessor(), Options.Create(new ApiOptions()),
            host.Services.GetRequiredService<IOptions<StorageOptions>>());
        var track = new Track
        {
            UserId = 1, Prompt = "x", Title = "Rock & Roll + more", DurationSeconds = 30, HasVocals = false, StyleStrength = 0.5, Seed = 1,
        };
        var artifact = new Artifact(AudioKey.For(1, 2, 3, 1, "wav"), "audio/wav", 4, new string('a', 64), 30, [1]);

        var link = await links.RedirectAsync(track, artifact.Key, download: true, TestContext.Current.CancellationToken);

        link.ShouldStartWith("https://music.example/");
        link.ShouldContain("%26%20Roll");
        link.ShouldNotContain(" ");
    }
}
