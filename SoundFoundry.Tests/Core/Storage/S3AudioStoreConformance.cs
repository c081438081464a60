using Amazon.S3;
using Amazon.S3.Model;
using SoundFoundry.Core.Storage;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>The suite against a real S3 server; who answers the links is the subclass's choice.</summary>
public abstract class S3AudioStoreConformance(SharedCeph ceph) : AudioStoreConformance
{
    [Fact]
    public async Task A_read_never_mixes_two_versions()
    {
        await PutAsync(Key, 1000);
        await using var audio = (await Store.OpenAsync(Key, Cancelled)).ShouldNotBeNull();
        await PutAsync(Key, 2000);

        await Should.ThrowAsync<AudioStoreException>(() => audio.Content.ReadExactlyAsync(new byte[1000], Cancelled).AsTask());
    }

    private protected override Task<Dictionary<string, string?>> NewSettingsAsync() => ceph.NewBucketAsync();

    private protected override async Task<int> UnfinishedAsync()
    {
        using var client = NewClient();
        var uploads = await client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = Bucket }, Cancelled);
        return uploads.MultipartUploads?.Count ?? 0;
    }

    private protected override async Task BeginUploadAsync()
    {
        using var client = NewClient();
        await client.InitiateMultipartUploadAsync(Bucket, "users/1/tracks/7/9-3.wav", Cancelled);
    }

    private protected string Bucket => Settings["Storage:S3:Bucket"]!;

    private protected AmazonS3Client NewClient() => S3Clients.Create(
        new S3Options { AccessKey = Settings["Storage:S3:AccessKey"], SecretKey = Settings["Storage:S3:SecretKey"] },
            Settings["Storage:S3:Endpoint"]!);
}
