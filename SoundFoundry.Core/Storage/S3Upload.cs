using System.Buffers;
using Amazon.S3;
using Amazon.S3.Model;

namespace SoundFoundry.Core.Storage;

/// <summary>Writes one object: in one request where that needs no buffering, else in parts.</summary>
internal sealed class S3Upload(AmazonS3Client client, string bucket)
{
    internal const int PartBytes = 8 * 1024 * 1024;
    private const long SingleRequestBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan AbortPatience = TimeSpan.FromSeconds(10);

    public async Task PutAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        if (content.CanSeek && content.Length - content.Position <= SingleRequestBytes)
        {
            await PutWholeAsync(key, content, cancellationToken);
            return;
        }

        var part = ArrayPool<byte>.Shared.Rent(PartBytes);
        try
        {
            var length = await FillAsync(part, content, cancellationToken);
            if (length < PartBytes) await PutWholeAsync(key, new MemoryStream(part, 0, length), cancellationToken);
            else await PutPartsAsync(key, content, part, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(part);
        }
    }

    /// <summary>Aborts uploads in parts whose writer died. Servers that keep the bucket's lifecycle rule do it themselves, a day later.</summary>
    public async Task<int> DropUnfinishedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var request = new ListMultipartUploadsRequest { BucketName = bucket };
        var dropped = 0;
        while (true)
        {
            var page = await client.ListMultipartUploadsAsync(request, cancellationToken);
            foreach (var upload in page.MultipartUploads ?? [])
            {
                if (!(upload.Initiated?.ToUniversalTime() < before.UtcDateTime) || !AudioKey.IsValid(upload.Key)) continue;
                await client.AbortMultipartUploadAsync(bucket, upload.Key, upload.UploadId, cancellationToken);
                dropped++;
            }

            if (page.IsTruncated != true) return dropped;
            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
    }

    private static ValueTask<int> FillAsync(byte[] part, Stream content, CancellationToken cancellationToken) =>
        content.ReadAtLeastAsync(part.AsMemory(0, PartBytes), PartBytes, throwOnEndOfStream: false, cancellationToken);

    private Task<PutObjectResponse> PutWholeAsync(string key, Stream content, CancellationToken cancellationToken) =>
        client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = key,
                InputStream = content,
                ContentType = AudioKey.ContentType(key),
                UseChunkEncoding = false,
                AutoCloseStream = false,
                AutoResetStreamPosition = false,
            },
            cancellationToken);

    private async Task PutPartsAsync(string key, Stream content, byte[] part, CancellationToken cancellationToken)
    {
        var start = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ContentType = AudioKey.ContentType(key) };
        var upload = (await client.InitiateMultipartUploadAsync(start, cancellationToken)).UploadId;
        try
        {
            var complete = new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload, PartETags = [] };
            for (var length = PartBytes; length > 0;)
            {
                var number = complete.PartETags.Count + 1;
                complete.PartETags.Add(await PutPartAsync(key, upload, number, new MemoryStream(part, 0, length), cancellationToken));
                length = await FillAsync(part, content, cancellationToken);
            }

            await client.CompleteMultipartUploadAsync(complete, cancellationToken);
        }
        catch
        {
            // Whatever it was, the parts that were sent must not stay, and be paid for.
            await AbortAsync(key, upload);
            throw;
        }
    }

    private async Task<PartETag> PutPartAsync(string key, string upload, int number, MemoryStream part, CancellationToken cancellationToken)
    {
        var request = new UploadPartRequest
        {
            BucketName = bucket,
            Key = key,
            UploadId = upload,
            PartNumber = number,
            PartSize = part.Length,
            InputStream = part,
            UseChunkEncoding = false,
        };
        return new PartETag(number, (await client.UploadPartAsync(request, cancellationToken)).ETag);
    }

    private async Task AbortAsync(string key, string upload)
    {
        using var patience = new CancellationTokenSource(AbortPatience);
        try
        {
            await client.AbortMultipartUploadAsync(bucket, key, upload, patience.Token);
        }
        catch (Exception unreachable) when (unreachable is AmazonS3Exception or HttpRequestException or OperationCanceledException)
        {
            // Its first failure is what the caller has to hear; the bucket's lifecycle rule drops the parts after a day.
        }
    }
}
