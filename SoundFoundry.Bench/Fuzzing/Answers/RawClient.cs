using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SoundFoundry.Bench.Fuzzing.Answers;

/// <summary>Sends bytes as they are, each request on a connection of its own, and reads what comes back.</summary>
internal sealed class RawClient(Uri address)
{
    private const int Enough = 256 * 1024;

    /// <param name="isCut">Whether nothing more can be expected after it; to our servers that is a client who leaves.</param>
    /// <returns>Null when nothing whole came within <paramref name="patience"/>.</returns>
    public async Task<Answer?> SendAsync(byte[] request, bool isCut, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, limit.Token);
            var stream = client.GetStream();
            var sending = SendAllAsync(client.Client, request, isCut, limit.Token);
            var answer = await ReadAsync(stream, limit.Token);
            client.Close();
            await sending;
            return answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task SendAllAsync(Socket socket, ReadOnlyMemory<byte> request, bool isCut, CancellationToken cancellationToken)
    {
        try
        {
            while (request.Length > 0) request = request[await socket.SendAsync(request, cancellationToken)..];
            if (isCut) socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception refused) when (refused is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // A server need not read a request to its end; what it answered is what counts.
        }
    }

    private static async Task<Answer> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var received = new List<byte>();
        var buffer = new byte[32 * 1024];
        while (true)
        {
            if (Parse(received, isEnd: received.Count > Enough) is { } answer) return answer;
            var read = 0;
            try
            {
                read = await stream.ReadAsync(buffer, cancellationToken);
            }
            catch (IOException)
            {
                // Reset: the server did not wait for all of the request. What came before that stands.
            }

            if (read == 0) return Parse(received, isEnd: true) ?? new Answer(0, "", "");
            received.AddRange(buffer.AsSpan(0, read));
        }
    }

    /// <returns>Null while more is to come.</returns>
    private static Answer? Parse(List<byte> received, bool isEnd)
    {
        var text = Encoding.Latin1.GetString([.. received]);
        while (text.StartsWith("HTTP/1.1 100", StringComparison.Ordinal) && text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is > 0 and var interim)
            text = text[(interim + 4)..];
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return null;
        var (head, body) = (text[..end], text[(end + 4)..]);
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var answer = new Answer(status, head, body);
        // Every request asks to close the connection, so a body ends with it; a stream of events never does.
        return isEnd || answer.ContentType == "text/event-stream" ? answer : null;
    }
}
