using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Core.Storage;

/// <summary>Audio in a private bucket of any S3 server.</summary>
internal sealed class S3AudioStore : IAudioStore, IDisposable
{
    private readonly S3Options _s3;
    private readonly FileLinks _links;
    private readonly TimeProvider _clock;
    private readonly AmazonS3Client _client;
    private readonly AmazonS3Client? _publicClient;
    private readonly S3Upload _upload;
    private readonly ILogger<S3AudioStore> _logger;

    public S3AudioStore(IOptions<StorageOptions> options, FileLinks links, TimeProvider clock, ILogger<S3AudioStore> logger)
    {
        (_s3, _links, _clock, _logger) = (options.Value.S3, links, clock, logger);
        _client = S3Clients.Create(_s3, _s3.Endpoint!);
        _publicClient = string.IsNullOrWhiteSpace(_s3.PublicEndpoint) ? null : S3Clients.Create(_s3, _s3.PublicEndpoint);
        _upload = new S3Upload(_client, _s3.Bucket);
    }

    public Task PutAsync(string key, Stream content, CancellationToken cancellationToken) =>
        AskAsync(() => _upload.PutAsync(AudioKey.Checked(key), content, cancellationToken));

    public async Task<AudioObject?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        AudioKey.Checked(key);
        try
        {
            var head = await AskAsync(() => _client.GetObjectMetadataAsync(_s3.Bucket, key, cancellationToken));
            var content = new S3ObjectStream(_client, _s3, key, head.ContentLength, head.ETag);
            return new AudioObject(content, head.ContentLength, AudioKey.ContentType(key), head.ETag.Trim('"'));
        }
        catch (AudioStoreException missing) when (missing.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            return null;
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        AskAsync(() => _client.DeleteObjectAsync(_s3.Bucket, AudioKey.Checked(key), cancellationToken));

    public async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _s3.Bucket, Prefix = AudioKey.CheckedPrefix(prefix) };
        do
        {
            var page = await AskAsync(() => _client.ListObjectsV2Async(request, cancellationToken));
            foreach (var item in page.S3Objects ?? [])
                yield return new StoredObject(item.Key, item.Size ?? 0, item.LastModified?.ToUniversalTime() ?? DateTimeOffset.MaxValue);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    public Task<int> DropUnfinishedAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        AskAsync(() => _upload.DropUnfinishedAsync(before, cancellationToken));

    public async Task<Uri> SignGetAsync(string key, TimeSpan lifetime, string? downloadName, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_publicClient is null) return _links.Sign(key, lifetime, downloadName);

        var request = new GetPreSignedUrlRequest
        {
            BucketName = _s3.Bucket,
            Key = AudioKey.Checked(key),
            Expires = (_clock.GetUtcNow() + FileLinks.Checked(lifetime)).UtcDateTime,
            Protocol = _s3.PublicEndpoint!.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? Protocol.HTTP : Protocol.HTTPS,
            ResponseHeaderOverrides = { ContentType = AudioKey.ContentType(key) },
        };
        if (downloadName is not null) request.ResponseHeaderOverrides.ContentDisposition = DownloadName.Disposition(downloadName);
        return new Uri(await _publicClient.GetPreSignedURLAsync(request));
    }

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        AskAsync(() => new S3Bucket(_client, _s3, _logger).PrepareAsync(cancellationToken));

    public void Dispose()
    {
        _client.Dispose();
        _publicClient?.Dispose();
    }

    private async Task AskAsync(Func<Task> call) => await AskAsync(async () =>
    {
        await call();
        return true;
    });

    private async Task<T> AskAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (S3Faults.Explain(failure, _s3) is { } explained)
        {
            throw explained;
        }
    }
}
