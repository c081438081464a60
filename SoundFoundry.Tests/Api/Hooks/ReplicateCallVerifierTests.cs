using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoundFoundry.Api.Hooks;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Api.Hooks;

/// <summary>Which calls are Replicate's.</summary>
public sealed class ReplicateCallVerifierTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Body = """{"id":"p1","status":"succeeded"}""";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 2, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_published_example_comes_out_as_published()
    {
        var signature = ReplicateCallbackVerifier.Sign(
            Convert.FromBase64String(Secret["whsec_".Length..]), "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", """{"test": 2432232314}"""u8);

        Encoding.ASCII.GetString(signature).ShouldBe("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Fact]
    public async Task A_signed_call_is_believed_whichever_of_its_signatures_is_ours()
    {
        var headers = Signed(Body);
        headers["webhook-signature"] = $"v1,AAAA v2,{headers["webhook-signature"].ToString()[3..]} {headers["webhook-signature"]}";

        (await VerifyAsync(headers, Body)).ShouldBe(new VerifiedCallback("msg_1", "p1"));
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public async Task A_call_is_believed_for_five_minutes_around_its_time(int seconds, bool believed) =>
        (await VerifyAsync(Signed(Body, seconds), Body) is not null).ShouldBe(believed);

    [Theory]
    [InlineData("webhook-id", "msg_2")]
    [InlineData("webhook-id", "")]
    [InlineData("webhook-timestamp", "soon")]
    [InlineData("webhook-signature", "")]
    [InlineData("webhook-signature", "v1,")]
    [InlineData("webhook-signature", "v1,AAAA")]
    [InlineData("webhook-signature", "no signature at all")]
    public async Task A_changed_or_unreadable_header_is_refused(string name, string value)
    {
        var headers = Signed(Body);
        headers[name] = value;

        (await VerifyAsync(headers, Body)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_body_or_another_secret_is_refused()
    {
        (await VerifyAsync(Signed(Body), Body + " ")).ShouldBeNull();
        (await VerifyAsync(Signed(Body), Body, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).ShouldBeNull();
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[1]")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":""}""")]
    [InlineData("")]
    public async Task A_signed_body_that_names_no_prediction_is_refused(string body) => (await VerifyAsync(Signed(body), body)).ShouldBeNull();

    [Fact]
    public async Task Without_a_secret_in_the_settings_Replicate_is_asked_once_with_our_token()
    {
        await using var server = new RawServer(RawAnswers.Json(200, $$"""{"key":"{{Secret}}"}"""));
        using var replicate = new AskedReplicate(server.Address, _clock);

        (await replicate.VerifyAsync(Signed(Body), Body)).ShouldNotBeNull();
        (await replicate.VerifyAsync(Signed(Body), Body)).ShouldNotBeNull();

        var asked = server.Requests.ShouldHaveSingleItem();
        asked.Target.ShouldBe("/v1/webhooks/default/secret");
        asked.Headers["Authorization"].ShouldBe("Bearer r8_token");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"key":"whsec_***"}""")]
    public async Task Without_a_secret_to_be_had_no_call_is_believed(string answer)
    {
        await using var server = new RawServer(RawAnswers.Json(200, answer));
        using var replicate = new AskedReplicate(server.Address, _clock);

        (await replicate.VerifyAsync(Signed(Body), Body)).ShouldBeNull();
    }

    private HeaderDictionary Signed(string body, int seconds = 0)
    {
        var timestamp = _clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = Convert.FromBase64String(Secret["whsec_".Length..]);
        var signature = Encoding.ASCII.GetString(ReplicateCallbackVerifier.Sign(key, "msg_1", timestamp, Encoding.UTF8.GetBytes(body)));
        return new HeaderDictionary { ["webhook-id"] = "msg_1", ["webhook-timestamp"] = timestamp, ["webhook-signature"] = $"v1,{signature}" };
    }

    private async Task<VerifiedCallback?> VerifyAsync(HeaderDictionary headers, string body, string secret = Secret)
    {
        using var replicate = new AskedReplicate(new Uri("http://127.0.0.1:1"), _clock, secret);
        return await replicate.VerifyAsync(headers, body);
    }

    /// <summary>A verifier that asks this address for the secret unless it was given one.</summary>
    private sealed class AskedReplicate(Uri address, TimeProvider clock, string? secret = null) : IDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        private ReplicateSecret? _kept;

        public async Task<VerifiedCallback?> VerifyAsync(HeaderDictionary headers, string body)
        {
            _kept ??= new ReplicateSecret(
                _services.GetRequiredService<IHttpClientFactory>(),
                Options.Create(new ProviderOptions { Simulator = address, ReplicateToken = "r8_token", ReplicateWebhookSecret = secret }),
                clock, NullLogger<ReplicateSecret>.Instance);
            return await new ReplicateCallbackVerifier(_kept, clock).VerifyAsync(headers, Encoding.UTF8.GetBytes(body), Token);
        }

        public void Dispose()
        {
            _kept?.Dispose();
            _services.Dispose();
        }
    }
}
