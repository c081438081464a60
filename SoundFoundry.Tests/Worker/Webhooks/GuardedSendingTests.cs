using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Network;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Tests.Worker.Providers.Remote;
using SoundFoundry.Worker.Webhooks;

namespace SoundFoundry.Tests.Worker.Webhooks;

/// <summary>Addresses that were fine when they were given, and are not when they are connected to.</summary>
public sealed class GuardedSendingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    public async Task A_name_that_leads_inside_by_the_time_it_is_connected_is_not(string address)
    {
        await using var inside = new RawServer(RawAnswers.Status(200));

        var outcome = await SendAsync($"https://rebound.example.com:{inside.Address.Port}/", _ => [IPAddress.Parse(address)]);

        (outcome.IsDelivered, outcome.Error).ShouldBe((false, "rebound.example.com does not lead to a public address."));
        inside.Connections.ShouldBe(0);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.TryAgain)]
    [InlineData(SocketError.NoData)]
    public async Task A_name_that_does_not_resolve_is_told_by_the_same_words_as_one_that_leads_inside(SocketError error)
    {
        var unknown = await SendAsync("https://name.example.com:8443/", _ => throw new SocketException((int)error));
        var inside = await SendAsync("https://name.example.com:8443/", _ => [IPAddress.Parse("10.0.0.1")]);

        unknown.Error.ShouldBe(inside.Error);
    }

    [Fact]
    public async Task An_address_that_the_rules_no_longer_allow_is_not_even_looked_up()
    {
        await using var inside = new RawServer(RawAnswers.Status(200));

        var outcome = await SendAsync(inside.Address.ToString(), _ => throw new InvalidOperationException("It was looked up."));

        outcome.IsDelivered.ShouldBeFalse();
        inside.Connections.ShouldBe(0);
    }

    private static async Task<DeliveryOutcome> SendAsync(string url, Func<string, IPAddress[]> names)
    {
        var options = Options.Create(new WebhookOptions());
        ResolveName resolve = (host, _) => Task.FromResult(names(host));
        using var client = new WebhookClient(options, resolve, TimeProvider.System);
        var sender = new WebhookSender(client, new WebhookAddress(options, resolve), options, TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        return await sender.SendAsync(
            new DueDelivery(1, 1, Guid.NewGuid(), 1, "webhook.test", now, "{}", url, WebhookSecret.New(), null, null), Cancelled);
    }
}
