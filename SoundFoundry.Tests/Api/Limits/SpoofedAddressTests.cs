using System.Net;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Tests.Web;

namespace SoundFoundry.Tests.Api.Limits;

/// <summary>A client that says of itself that it is somebody else with each request.</summary>
public sealed class SpoofedAddressTests(SharedPostgres postgres) : IAsyncLifetime
{
    private const int Burst = 5;

    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Does_not_get_around_the_limit_through_Web()
    {
        await StartAsync();
        await using var web = await WebServer.StartAsync([_stack.Address], Cancelled, "--Walls:Proxies:0", "192.0.2.0/24");
        using var client = new HttpClient { BaseAddress = web.Address };

        (await PassedAsync(client)).ShouldBeLessThanOrEqualTo(2 * Burst);
    }

    [Fact]
    public async Task Does_not_get_around_it_where_a_deployment_tool_has_everybody_believed()
    {
        await StartAsync(("FORWARDEDHEADERS_ENABLED", "true"), ("Walls:Proxies:0", "192.0.2.0/24"));

        (await PassedAsync(_stack.Client)).ShouldBeLessThanOrEqualTo(2 * Burst);
    }

    [Fact]
    public async Task Is_believed_where_it_is_a_proxy_of_ours()
    {
        await StartAsync(("Walls:Proxies:0", "127.0.0.1"));

        (await PassedAsync(_stack.Client)).ShouldBe(8 * Burst);
    }

    [Fact]
    public async Task What_a_client_said_before_our_proxies_came_in_counts_for_nothing()
    {
        await StartAsync(("Walls:Proxies:0", "127.0.0.0/8"), ("Walls:Proxies:1", "192.0.2.0/24"));

        (await PassedAsync(_stack.Client, ", 203.0.113.9, 192.0.2.7")).ShouldBeLessThanOrEqualTo(2 * Burst);
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    private Task StartAsync(params (string Key, string Value)[] settings) => _stack.StartApiAsync(Cancelled, settings: new Dictionary<string, string>(
        settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
    {
        ["Limits:Enabled"] = "true", ["Limits:AddressPerMinute"] = "1", ["Limits:AddressBurst"] = $"{Burst}",
    });

    /// <remarks>Twice the burst may pass, if the first script takes so long that the replica begins by itself.</remarks>
    private static async Task<int> PassedAsync(HttpClient client, string behind = "")
    {
        var passed = 0;
        for (var i = 0; i < 8 * Burst; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/nothing");
            request.Headers.Add("X-Forwarded-For", $"198.51.100.{i}{behind}");
            using var response = await client.SendAsync(request, Cancelled);
            if (response.StatusCode == HttpStatusCode.NotFound) passed++;
            else response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        }

        return passed;
    }
}
