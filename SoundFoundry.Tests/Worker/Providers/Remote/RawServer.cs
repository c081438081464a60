using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SoundFoundry.Tests.Worker.Providers.Remote;

internal delegate Task RawAnswer(Socket socket, CancellationToken cancellationToken);

/// <summary>A server that reads HTTP requests and answers with whatever bytes a test wants, or none.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawRequest, RawAnswer> _answer;
    private readonly Task _accepting;
    private int _connections;

    public RawServer(Func<RawRequest, RawAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public RawServer(RawAnswer answer)
        : this(_ => answer)
    {
    }

    public Uri Address { get; }

    public int Connections => Volatile.Read(ref _connections);

    public ConcurrentQueue<RawRequest> Requests { get; } = new();

    /// <summary>Done once the first request was read.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                serving.Add(ServeAsync(socket));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                while (await ReadAsync(socket) is { } request)
                {
                    Requests.Enqueue(request);
                    Asked.TrySetResult();
                    await _answer(request)(socket, _stop.Token);
                }
            }
            catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client left, the test is over, or the answer was to hang up.
            }
        }
    }

    private async Task<RawRequest?> ReadAsync(Socket socket)
    {
        var received = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            if (Parse(received.ToString()) is { } request) return request;
            var read = await socket.ReceiveAsync(buffer, _stop.Token);
            if (read == 0) return null;
            received.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
    }

    private static RawRequest? Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return null;
        var lines = text[..end].Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"), System.Globalization.CultureInfo.InvariantCulture);
        var body = text[(end + 4)..];
        var first = lines[0].Split(' ');
        return body.Length < length ? null : new RawRequest(first[0], first[1], headers, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)));
    }
}
