using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Tests.Core.Webhooks;

public sealed class WebhookAddressTests
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["hooks.example.com"] = ["93.184.216.34"],
        ["hooks.example.com."] = ["93.184.216.34"],
        ["xn--bcher-kva.example.com"] = ["93.184.216.34"],
        ["leads-home.example.com"] = ["127.0.0.1"],
        ["leads-inside.example.com"] = ["10.1.2.3"],
        ["leads-both-ways.example.com"] = ["93.184.216.34", "127.0.0.1"],
        ["leads-to-metadata.example.com"] = ["169.254.169.254"],
        ["leads-home-by-ipv6.example.com"] = ["::1"],
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://hooks.example.com")]
    [InlineData("https://hooks.example.com/path?token=a@b")]
    [InlineData("https://hooks.example.com:8443/")]
    [InlineData("https://hooks.example.com.")]
    [InlineData("https://bücher.example.com/")]
    [InlineData("https://93.184.216.34/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    public async Task The_open_internet_can_be_told(string url) =>
        (await Addresses(allowLoopback: false).ObjectionAsync(url, Cancelled)).ShouldBeNull();

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://%31%32%37.0.0.1/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://0/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://2852039166/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[::127.0.0.1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[fd00:ec2::254]/")]
    [InlineData("https://[ff02::1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://anything.localhost/")]
    [InlineData("https://metadata/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://router.lan/")]
    [InlineData("https://1.0.0.127.in-addr.arpa/")]
    [InlineData("https://127。0。0。1/")]
    [InlineData("https://127．0．0．1/")]
    [InlineData("https://①②⑦.⓪.⓪.①/")]
    [InlineData("https://leads-home.example.com/")]
    [InlineData("https://leads-inside.example.com/")]
    [InlineData("https://leads-both-ways.example.com/")]
    [InlineData("https://leads-to-metadata.example.com/")]
    [InlineData("https://leads-home-by-ipv6.example.com/")]
    [InlineData("https://no-such-name.example.com/")]
    [InlineData("https://hooks.example.com@127.0.0.1/")]
    [InlineData("https://user:password@hooks.example.com/")]
    [InlineData("https://@hooks.example.com/")]
    [InlineData("https://hooks.example.com\\@127.0.0.1/")]
    [InlineData("https://hooks.example.com/#fragment")]
    [InlineData("https://hooks.example.com:22/")]
    [InlineData("https://hooks.example.com:80/")]
    [InlineData("https://hooks.example.com:0/")]
    [InlineData("http://hooks.example.com/")]
    [InlineData("ftp://hooks.example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_FLUSHALL")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//hooks.example.com/")]
    [InlineData("hooks.example.com")]
    [InlineData(" https://hooks.example.com/")]
    [InlineData("https://hooks.example.com/\r\nHost: other")]
    [InlineData("https://")]
    [InlineData("")]
    public async Task This_machine_its_network_and_tricks_are_refused(string url) =>
        (await Addresses(allowLoopback: false).ObjectionAsync(url, Cancelled)).ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task A_name_that_leads_inside_gets_the_words_of_one_that_leads_nowhere()
    {
        var inside = await Addresses(allowLoopback: false).ObjectionAsync("https://leads-inside.example.com/", Cancelled);
        var nowhere = await Addresses(allowLoopback: false).ObjectionAsync("https://no-such-name.example.com/", Cancelled);

        inside!.Replace("leads-inside", "it").ShouldBe(nowhere!.Replace("no-such-name", "it"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9000/hook", true)]
    [InlineData("http://localhost/hook", true)]
    [InlineData("http://10.0.0.1/hook", false)]
    [InlineData("https://169.254.169.254/", false)]
    [InlineData("http://hooks.example.com/", false)]
    public async Task In_development_this_machine_can_be_told_and_nothing_else_is_opened(string url, bool isAllowed) =>
        (await Addresses(allowLoopback: true).ObjectionAsync(url, Cancelled) is null).ShouldBe(isAllowed);

    private static WebhookAddress Addresses(bool allowLoopback) => new(
        Options.Create(new WebhookOptions { AllowLoopback = allowLoopback }),
        (host, _) => Names.TryGetValue(host, out var addresses) ? Task.FromResult(addresses.Select(IPAddress.Parse).ToArray())
            : host == "localhost" ? Task.FromResult<IPAddress[]>([IPAddress.Loopback])
            : IPAddress.TryParse(host, out var literal) ? Task.FromResult<IPAddress[]>([literal])
            : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)));
}
