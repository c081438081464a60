using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;

namespace SoundFoundry.Core.Storage;

/// <summary>Makes the bucket, and proves that we can write it and the public cannot read it.</summary>
internal sealed partial class S3Bucket(AmazonS3Client client, S3Options s3, ILogger logger)
{
    private const string RuleId = "soundfoundry-temporary";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(cancellationToken)) await CreateAsync(cancellationToken);
        await KeepTidyAsync(cancellationToken);
        await ProbeAsync(cancellationToken);
    }

    private async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.HeadBucketAsync(new HeadBucketRequest { BucketName = s3.Bucket }, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.PutBucketAsync(s3.Bucket, cancellationToken);
            Log.Created(logger, s3.Bucket);
        }
        catch (AmazonS3Exception exists) when (exists.ErrorCode == "BucketAlreadyOwnedByYou")
        {
            // Another start of ours was faster.
        }
    }

    /// <summary>A net under whoever writes there and cleans up after itself, so a server that cannot do it is good enough.</summary>
    private async Task KeepTidyAsync(CancellationToken cancellationToken)
    {
        try
        {
            var rules = await OtherRulesAsync(cancellationToken);
            rules.Add(Rule(RuleId, AudioKey.TemporaryPrefix, rule => rule.Expiration = new LifecycleRuleExpiration { Days = 1 }));
            rules.Add(Rule($"{RuleId}-parts", "", rule =>
                rule.AbortIncompleteMultipartUpload = new LifecycleRuleAbortIncompleteMultipartUpload { DaysAfterInitiation = 1 }));
            await client.PutLifecycleConfigurationAsync(s3.Bucket, new LifecycleConfiguration { Rules = rules }, cancellationToken);
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode is HttpStatusCode.NotImplemented or HttpStatusCode.Forbidden)
        {
            Log.NoLifecycle(logger, s3.Bucket, refused.ErrorCode);
        }
    }

    private static LifecycleRule Rule(string id, string prefix, Action<LifecycleRule> effect)
    {
        var predicate = new LifecyclePrefixPredicate { Prefix = prefix };
        var rule = new LifecycleRule
        {
            Id = id,
            Status = LifecycleRuleStatus.Enabled,
            Filter = new LifecycleFilter { LifecycleFilterPredicate = predicate },
        };
        effect(rule);
        return rule;
    }

    private async Task<List<LifecycleRule>> OtherRulesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var configuration = (await client.GetLifecycleConfigurationAsync(s3.Bucket, cancellationToken)).Configuration;
            return configuration?.Rules?.Where(rule => rule.Id?.StartsWith(RuleId, StringComparison.Ordinal) != true).ToList() ?? [];
        }
        catch (AmazonS3Exception none) when (none.StatusCode == HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var probe = $"{AudioKey.TemporaryPrefix}probe-{Guid.CreateVersion7():n}";
        await client.PutObjectAsync(
            new PutObjectRequest { BucketName = s3.Bucket, Key = probe, ContentBody = "probe", UseChunkEncoding = false },
            cancellationToken);
        using var anyone = S3Clients.CreateAnonymous(s3);
        var list = new ListObjectsV2Request { BucketName = s3.Bucket, MaxKeys = 1 };
        var isOpen = await SucceedsAsync(() => anyone.GetObjectMetadataAsync(s3.Bucket, probe, cancellationToken))
            || await SucceedsAsync(() => anyone.ListObjectsV2Async(list, cancellationToken));
        await client.DeleteObjectAsync(s3.Bucket, probe, cancellationToken);
        if (isOpen)
            throw new AudioStoreException(
                $"The bucket '{s3.Bucket}' can be read without a key. Remove its public policy, or set Storage:S3:Bucket to a private one.");
    }

    private static async Task<bool> SucceedsAsync(Func<Task> anonymousCall)
    {
        try
        {
            await anonymousCall();
            return true;
        }
        catch (AmazonS3Exception)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3401, Level = LogLevel.Information, Message = "Made the bucket {Bucket}.")]
        public static partial void Created(ILogger logger, string bucket);

        [LoggerMessage(EventId = 3402, Level = LogLevel.Warning,
            Message = "The S3 server takes no lifecycle rule for {Bucket} ({Reason}); temporary objects stay.")]
        public static partial void NoLifecycle(ILogger logger, string bucket, string reason);
    }
}
