using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Tests.Core.Storage;

public sealed class StorageOptionsTests
{
    private const string Key = "a key for tests, thirty-two long.";
    private const string Minio = "Endpoint=http://minio:9000;AccessKey=a;SecretKey=b=c";

    [Theory]
    [InlineData("Storage:Path", "Storage:SigningKey", Key)]
    [InlineData("Storage:SigningKey", "Storage:Path", "audio")]
    [InlineData("Storage:SigningKey", "Storage:Path", "audio", "Storage:SigningKey", "too short")]
    [InlineData("Storage:SigningKey", "Storage:Path", "audio", "Storage:SigningKey", "00000000000000000000000000000000")]
    [InlineData("Storage:KeepDeleted", "Storage:Path", "audio", "Storage:SigningKey", Key, "Storage:KeepDeleted", "-1.00:00:00")]
    [InlineData("Storage:LinkLifetime", "Storage:Path", "audio", "Storage:SigningKey", Key, "Storage:LinkLifetime", "00:00:00")]
    [InlineData("Storage:S3:Endpoint", "Storage:SigningKey", Key, "ConnectionStrings:minio", Minio, "Storage:S3:Endpoint", "minio:9000")]
    [InlineData("Storage:S3:PublicEndpoint", "Storage:SigningKey", Key, "ConnectionStrings:minio", Minio, "Storage:S3:PublicEndpoint",
        "https://a.b/c")]
    [InlineData("Storage:S3:AccessKey", "Storage:SigningKey", Key, "Storage:S3:Endpoint", "http://minio:9000", "Storage:S3:SecretKey", "b")]
    [InlineData("Storage:S3:SecretKey", "Storage:SigningKey", Key, "Storage:S3:Endpoint", "http://minio:9000", "Storage:S3:AccessKey", "a")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string blamed, params string[] settings)
    {
        using var host = Build(settings);
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        refused.Failures.ShouldHaveSingleItem().ShouldStartWith(blamed);
    }

    [Fact]
    public void A_connection_string_is_enough_for_S3()
    {
        using var host = Build("Storage:SigningKey", Key, "ConnectionStrings:minio", Minio);

        host.Services.GetRequiredService<IAudioStore>().ShouldBeOfType<S3AudioStore>();
        var s3 = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value.S3;
        (s3.Endpoint, s3.AccessKey, s3.SecretKey, s3.Bucket, s3.Region)
            .ShouldBe(("http://minio:9000", "a", "b=c", "soundfoundry", "us-east-1"));
    }

    [Fact]
    public void A_setting_of_its_own_wins_over_the_connection_string()
    {
        using var host = Build("Storage:SigningKey", Key, "ConnectionStrings:minio", Minio + ";Bucket=theirs", "Storage:S3:Bucket", "mine");
        host.Services.GetRequiredService<IOptions<StorageOptions>>().Value.S3.Bucket.ShouldBe("mine");
    }

    [Fact]
    public void Without_an_S3_server_audio_is_kept_in_files()
    {
        using var host = Build("Storage:SigningKey", Key, "Storage:Path", Path.GetTempPath());
        host.Services.GetRequiredService<IAudioStore>().ShouldBeOfType<FileAudioStore>();
    }

    private static IHost Build(params string[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Chunk(2).ToDictionary(pair => pair[0], pair => (string?)pair[1]));
        builder.Services.AddLogging();
        builder.AddAudioStore();
        return builder.Build();
    }
}
