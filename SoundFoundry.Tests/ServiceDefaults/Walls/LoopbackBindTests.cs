using System.Net;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Tests.ServiceDefaults.Walls;

public sealed class LoopbackBindTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    public async Task Listening_to_the_network_is_refused_and_the_message_names_the_setting(string url)
    {
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => WalledApp.StartAsync(url));

        refusal.Message.ShouldContain("Walls:AllowRemote");
    }

    [Fact]
    public async Task Listening_to_the_network_is_possible_for_who_says_so()
    {
        await using var app = await WalledApp.StartAsync("http://0.0.0.0:0", ("Walls:AllowRemote", "true"));

        using var byAddress = await app.SendAsync(HttpMethod.Get, ("Host", "192.168.1.7:3000"));
        using var byForeignName = await app.SendAsync(HttpMethod.Get, ("Host", "evil.example"));

        byAddress.StatusCode.ShouldBe(HttpStatusCode.OK);
        byForeignName.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Walls:Hosts:0", "http://music.example", "Walls:Hosts")]
    [InlineData("Walls:Origins:0", "music.example", "Walls:Origins")]
    [InlineData("Walls:Proxies:0", "proxy.example", "Walls:Proxies")]
    [InlineData("Walls:Proxies:0", "0.0.0.0/0", "Walls:Proxies")]
    [InlineData("CORS_ORIGINS", "*", "CORS_ORIGINS")]
    [InlineData("CORS_ORIGINS", "https://music.example/page", "CORS_ORIGINS")]
    public async Task A_malformed_list_stops_the_service_and_names_the_key(string key, string value, string named)
    {
        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => WalledApp.StartAsync(settings: (key, value)));

        refusal.Message.ShouldContain(named);
    }
}
