using System.Net.Sockets;
using System.Text;

namespace SoundFoundry.Tests.Worker.Providers.Remote;

internal static class RawAnswers
{
    public static RawAnswer HangUp => (socket, _) =>
    {
        socket.Close();
        return Task.CompletedTask;
    };

    public static RawAnswer Reset => (socket, _) =>
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        return Task.CompletedTask;
    };

    /// <summary>Never a byte.</summary>
    public static RawAnswer Silence => (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    public static RawAnswer Json(int status, string json, params string[] headers) =>
        Bytes($"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n{Lines(headers)}\r\n{json}");

    public static RawAnswer Status(int status, params string[] headers) => Bytes($"HTTP/1.1 {status} x\r\nContent-Length: 0\r\n{Lines(headers)}\r\n");

    /// <summary>Promises <paramref name="length"/> bytes of body, sends fewer, and does as <paramref name="then"/> says.</summary>
    public static RawAnswer Cut(int status, long length, string body, RawAnswer? then = null) =>
        Then(Bytes($"HTTP/1.1 {status} x\r\nContent-Length: {length}\r\n\r\n{body}"), then ?? HangUp);

    /// <summary>A body of unknown length that doesn't end before the client has had enough.</summary>
    public static RawAnswer Endless => async (socket, cancellationToken) =>
    {
        await Bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")(socket, cancellationToken);
        var chunk = Encoding.Latin1.GetBytes("100000\r\n" + new string('x', 0x100000) + "\r\n");
        while (true) await SendAsync(socket, chunk, cancellationToken);
    };

    public static RawAnswer Bytes(string text) => (socket, cancellationToken) => SendAsync(socket, Encoding.UTF8.GetBytes(text), cancellationToken);

    public static RawAnswer Then(RawAnswer first, RawAnswer second) => async (socket, cancellationToken) =>
    {
        await first(socket, cancellationToken);
        await second(socket, cancellationToken);
    };

    private static string Lines(string[] headers) => string.Concat(headers.Select(header => header + "\r\n"));

    private static async Task SendAsync(Socket socket, byte[] bytes, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < bytes.Length;) sent += await socket.SendAsync(bytes.AsMemory(sent), cancellationToken);
    }
}
