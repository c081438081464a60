using Amazon.S3;
using Amazon.S3.Model;

namespace SoundFoundry.Core.Storage;

/// <summary>Reads one version of an object from any position; a request is made only when bytes are asked for.</summary>
internal sealed class S3ObjectStream(AmazonS3Client client, S3Options s3, string key, long length, string etag) : Stream
{
    private GetObjectResponse? _response;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty) return 0;
        _response ??= await GetAsync(cancellationToken);
        var read = await _response.ResponseStream.ReadAsync(buffer, cancellationToken);
        if (read == 0) throw new EndOfStreamException($"The S3 server ended an object at byte {_position} of {length}.");
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read this stream asynchronously.");

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => length };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        if (target != _position) Release();
        return _position = target;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Release();
        base.Dispose(disposing);
    }

    private async Task<GetObjectResponse> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetObjectAsync(Request(), cancellationToken);
        }
        catch (Exception failure) when (S3Faults.Explain(failure, s3) is { } explained)
        {
            throw explained;
        }
    }

    private GetObjectRequest Request() => new()
    {
        BucketName = s3.Bucket,
        Key = key,
        EtagToMatch = etag,
        ByteRange = new ByteRange(_position, length - 1),
    };

    private void Release()
    {
        _response?.Dispose();
        _response = null;
    }
}
