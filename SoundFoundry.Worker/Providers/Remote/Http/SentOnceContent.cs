using System.Net;
using System.Net.Http.Headers;

namespace SoundFoundry.Worker.Providers.Remote.Http;

/// <summary>A body that knows whether it was given to a connection, and can't be given to a second one:
/// whatever a handler thinks of retries, a submit is sent once.</summary>
internal sealed class SentOnceContent : HttpContent
{
    private readonly byte[] _body;
    private int _sent;

    public SentOnceContent(byte[] body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>False guarantees that no server has seen a complete request.</summary>
    public bool Sent => Volatile.Read(ref _sent) != 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _sent, 1) != 0) throw new IOException("This body was sent already.");
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
