using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace SoundFoundry.Tests.Api.Mail;

/// <summary>A small SMTP server that keeps what it is given, by recipient.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Channel<MimeMessage>> _boxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly TaskCompletionSource _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether the next mail is refused, once.</summary>
    public bool RefusesNext { get; set; }

    public async Task<MimeMessage> NextToAsync(string address, CancellationToken cancellationToken) =>
        await Box(address).Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, TimeProvider.System, cancellationToken);

    public bool IsEmpty(string address) => Count(address) == 0;

    public int Count(string address) => Box(address).Reader.Count;

    /// <summary>A recipient whose mails are taken by nobody, and never answered.</summary>
    public string? HangsAt { get; set; }

    /// <summary>Ends when such a mail came.</summary>
    public Task Hanging => _hanging.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private Channel<MimeMessage> Box(string address) => _boxes.GetOrAdd(address, _ => Channel.CreateUnbounded<MimeMessage>());

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (!_stop.IsCancellationRequested) talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the end of the test
        }

        await Task.WhenAll(talks);
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client) await TalkAsync(client.GetStream());
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // the end of the test, or of this connection
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var recipient = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT") recipient = line.Split('<', '>')[1];
            if (verb == "DATA")
            {
                if (recipient == HangsAt)
                {
                    _hanging.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
                }

                await writer.WriteLineAsync("354 go on");
                var text = await ReadMessageAsync(reader);
                var isRefused = RefusesNext;
                RefusesNext = false;
                if (!isRefused) Box(recipient).Writer.TryWrite(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text)), _stop.Token));
                await writer.WriteLineAsync(isRefused ? "451 not now" : "250 kept");
                continue;
            }

            await writer.WriteLineAsync(verb == "QUIT" ? "221 bye" : "250 well");
            if (verb == "QUIT") return;
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return text.ToString();
    }
}
