using Amazon.S3;
using Amazon.S3.Model;
using SoundFoundry.Core.Storage;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>What preparing a bucket does and refuses, against a real S3 server.</summary>
public sealed class S3BucketTests(SharedCeph ceph)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_itself_drops_temporary_objects_and_the_operators_own_rules_stay()
    {
        var settings = await ceph.NewBucketAsync();
        await using var host = await StoreHost.StartAsync(settings, Cancelled);
        using var client = NewClient(settings);
        var bucket = settings["Storage:S3:Bucket"]!;
        await client.PutBucketAsync(bucket, Cancelled);
        await client.PutLifecycleConfigurationAsync(bucket, new LifecycleConfiguration { Rules = [Rule("theirs", "old/")] }, Cancelled);

        await host.Store.PrepareAsync(Cancelled);
        await host.Store.PrepareAsync(Cancelled);

        var rules = (await client.GetLifecycleConfigurationAsync(bucket, Cancelled)).Configuration.Rules;
        rules.Select(rule => rule.Id).ShouldBe(["theirs", "soundfoundry-temporary", "soundfoundry-temporary-parts"], ignoreOrder: true);
        var ours = rules.Single(rule => rule.Id == "soundfoundry-temporary");
        ((LifecyclePrefixPredicate)ours.Filter.LifecycleFilterPredicate).Prefix.ShouldBe("tmp/");
        ours.Expiration.Days.ShouldBe(1);
    }

    [Theory]
    [InlineData("s3:GetObject", "/*")]
    [InlineData("s3:ListBucket", "")]
    public async Task A_bucket_that_the_public_can_read_is_refused(string action, string below)
    {
        var settings = await ceph.NewBucketAsync();
        await using var host = await StoreHost.StartAsync(settings, Cancelled);
        using var client = NewClient(settings);
        var bucket = settings["Storage:S3:Bucket"]!;
        await host.Store.PrepareAsync(Cancelled);
        var policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"{{action}}","Resource":"arn:aws:s3:::{{bucket}}{{below}}"}]}
            """;
        await client.PutBucketPolicyAsync(bucket, policy, Cancelled);

        var refused = await Should.ThrowAsync<AudioStoreException>(() => host.Store.PrepareAsync(Cancelled));
        refused.Message.ShouldContain("can be read without a key");
        (await host.Store.ListAsync("tmp/", Cancelled).ToListAsync(Cancelled)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Storage:S3:SecretKey", "wrong", "Storage:S3:SecretKey")]
    [InlineData("Storage:S3:AccessKey", "wrong", "Storage:S3:AccessKey")]
    [InlineData("Storage:S3:Endpoint", "http://127.0.0.1:1", "Storage:S3:Endpoint")]
    public async Task A_server_that_refuses_or_is_away_is_one_clear_error(string setting, string value, string blamed)
    {
        var settings = await ceph.NewBucketAsync();
        settings[setting] = value;
        await using var host = await StoreHost.StartAsync(settings, Cancelled);

        (await Should.ThrowAsync<AudioStoreException>(() => host.Store.PrepareAsync(Cancelled))).Message.ShouldContain(blamed);
        (await Should.ThrowAsync<AudioStoreException>(() => host.Store.PutAsync("tmp/a", new MemoryStream([1]), Cancelled)))
            .Message.ShouldContain(blamed);
        await Should.ThrowAsync<AudioStoreException>(() => host.Store.OpenAsync("tmp/a", Cancelled));
    }

    [Fact]
    public async Task A_bucket_that_was_never_made_is_named()
    {
        await using var host = await StoreHost.StartAsync(await ceph.NewBucketAsync(), Cancelled);
        (await Should.ThrowAsync<AudioStoreException>(() => host.Store.PutAsync("tmp/a", new MemoryStream([1]), Cancelled)))
            .Message.ShouldContain("Storage:S3:Bucket");
    }

    private static LifecycleRule Rule(string id, string prefix) => new()
    {
        Id = id,
        Status = LifecycleRuleStatus.Enabled,
        Filter = new LifecycleFilter { LifecycleFilterPredicate = new LifecyclePrefixPredicate { Prefix = prefix } },
        Expiration = new LifecycleRuleExpiration { Days = 30 },
    };

    private static AmazonS3Client NewClient(Dictionary<string, string?> settings) => S3Clients.Create(
        new S3Options { AccessKey = settings["Storage:S3:AccessKey"], SecretKey = settings["Storage:S3:SecretKey"] },
            settings["Storage:S3:Endpoint"]!);
}
