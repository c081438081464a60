using System.Net;
using Microsoft.Extensions.Time.Testing;
using SoundFoundry.Core.Network;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Tests.Worker.Providers.Remote;

public sealed class GuardedConnectTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task A_name_that_leads_to_an_address_of_our_own_is_not_connected(string address)
    {
        await using var server = new RawServer(RawAnswers.Status(200));
        using var clients = Clients(null, _ => [IPAddress.Parse(address)]);

        var failed = await Should.ThrowAsync<HttpRequestException>(clients.Downloads.GetAsync($"http://media.test:{server.Address.Port}", Cancelled));

        failed.InnerException.ShouldBeOfType<AddressRefusedException>();
        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_checked_is_what_is_connected_the_name_is_not_resolved_again()
    {
        await using var server = new RawServer(RawAnswers.Status(200));
        var asked = 0;
        using var clients = Clients(
            new Uri($"http://rebind.test:{server.Address.Port}"),
            _ => ++asked == 1 ? [IPAddress.Parse("10.0.0.1"), IPAddress.Loopback] : [IPAddress.Parse("10.0.0.1")]);

        (await clients.Downloads.GetAsync($"http://rebind.test:{server.Address.Port}", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);

        asked.ShouldBe(1);
    }

    [Fact]
    public async Task The_simulator_opens_its_own_port_of_this_machine_and_no_other()
    {
        await using var simulator = new RawServer(RawAnswers.Status(200));
        await using var another = new RawServer(RawAnswers.Status(200));
        using var clients = Clients(simulator.Address, host => [IPAddress.Parse(host)]);

        (await clients.Questions.GetAsync(simulator.Address, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<HttpRequestException>(clients.Questions.GetAsync(another.Address, Cancelled));

        another.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task The_next_address_is_tried_if_one_is_dead()
    {
        await using var server = new RawServer(RawAnswers.Status(200));
        using var clients = Clients(server.Address, _ => [IPAddress.IPv6Loopback, IPAddress.Loopback]);

        (await clients.Questions.GetAsync(server.Address, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_connection_that_does_not_come_about_is_given_up_after_five_seconds()
    {
        var time = new FakeTimeProvider();
        var resolving = new TaskCompletionSource();
        var connect = new GuardedConnect(
            _ => false,
            async (_, cancellationToken) =>
            {
                resolving.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return [];
            },
            time);
        using var clients = new RemoteClients(connect);

        var get = clients.Questions.GetAsync("http://slow.test", Cancelled);
        await resolving.Task.WaitAsync(Cancelled);
        time.Advance(TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<HttpRequestException>(get)).InnerException.ShouldBeOfType<TimeoutException>();
    }

    private static RemoteClients Clients(Uri? simulator, Func<string, IPAddress[]> resolve) =>
        new(new GuardedConnect(Hosts(simulator).IsSimulator, (host, _) => Task.FromResult(resolve(host)), TimeProvider.System));

    private static ProviderHosts Hosts(Uri? simulator) => ProviderHosts.Of(new ProviderOptions { Simulator = simulator });
}
