using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Limits;

/// <summary>The Api with limits that a test can meet, and that give nothing back while it runs.</summary>
public sealed class LimitedApi(SharedPostgres postgres) : IAsyncLifetime
{
    public const int AddressBurst = 5;
    public const int UserBurst = 200;

    private static readonly Dictionary<string, string> Settings = new()
    {
        // The addresses here are those of other machines.
        ["Walls:AllowRemote"] = "true",
        ["Limits:Enabled"] = "true",
        ["Limits:AddressPerMinute"] = "1",
        ["Limits:AddressBurst"] = $"{AddressBurst}",
        ["Limits:UserPerMinute"] = "1",
        ["Limits:UserBurst"] = $"{UserBurst}",
        ["Limits:FilesPerMinute"] = "1",
        ["Limits:FilesBurst"] = "30",
        ["Limits:HooksPerMinute"] = "1",
        ["Limits:HooksBurst"] = "30",
        ["Limits:SignInPerMinute"] = "1",
        ["Limits:SignInBurst"] = "3",
    };

    private readonly RunningStack _stack = new(postgres);

    internal RunningStack Stack => _stack;

    public async ValueTask InitializeAsync()
    {
        await _stack.StartApiAsync(CancellationToken.None, settings: Settings);
        await SharesLimitsAsync();
    }

    /// <summary>As a proxy of this machine passes on what came from an address.</summary>
    internal async Task<HttpResponseMessage> GetAsync(string path, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", from);
        return await _stack.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();


    /// <summary>The first script of a process is compiled and loaded for longer than a request waits for it.</summary>
    private async Task SharesLimitsAsync()
    {
        for (var network = 0; network < 256; network++)
        {
            using var response = await GetAsync("/api/health", $"203.0.113.{network}");
            if (!response.Headers.GetValues("RateLimit-Policy").Single().EndsWith("alone", StringComparison.Ordinal)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException("The limits never came to be shared.");
    }
}
