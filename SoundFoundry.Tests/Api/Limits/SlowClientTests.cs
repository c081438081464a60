using System.Net.Sockets;
using System.Text;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Limits;

/// <summary>Clients that send a little now and then, so as to hold many connections at no cost of their own.</summary>
public sealed class SlowClientTests(SharedPostgres postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(200);

    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _stack.StartApiAsync(
        CancellationToken.None, settings: new Dictionary<string, string> { ["Connections:HeadTimeout"] = "00:00:02" });

    [Theory]
    [InlineData("GET /api/tracks HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("POST /api/tracks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"prompt\":\"")]
    public async Task A_client_that_drips_is_hung_up_on_while_others_are_served(string begin)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_stack.Address.Host, _stack.Address.Port, Cancelled);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(begin), Cancelled);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        var hungUp = HangsUpAsync(stream, patience.Token);

        while (!hungUp.IsCompleted)
        {
            await Task.WhenAny(hungUp, Task.Delay(Drip, TimeProvider.System, patience.Token));
            await TryDripAsync(stream);
        }

        await hungUp;
        using var served = await _stack.Client.GetAsync("/api/tracks", Cancelled);
        served.IsSuccessStatusCode.ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    private static async Task HangsUpAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[1024];
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Reset: hung up on as well.
        }
    }

    private static async Task TryDripAsync(NetworkStream stream)
    {
        try
        {
            await stream.WriteAsync("x"u8.ToArray(), Cancelled);
        }
        catch (IOException)
        {
            // The other side is gone, which the reader sees.
        }
    }
}
