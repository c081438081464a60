using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoundFoundry.Api.Hooks;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Api.Hooks;

/// <summary>Which calls are fal's: what fal's documents say about signatures, against a server that publishes keys.</summary>
public sealed class FalCallVerifierTests : IAsyncDisposable
{
    private const string Signature = "X-Fal-Webhook-Signature";
    private static readonly byte[] Body = """{"request_id":"r1","status":"OK","payload":{}}"""u8.ToArray();

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly FalSigner _fal = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private readonly RawServer _server;
    private readonly FalKeys _keys;
    private RawAnswer _published;

    public FalCallVerifierTests()
    {
        _published = Keys(_fal.Jwk);
        _server = new RawServer(_ => _published);
        var options = Options.Create(new ProviderOptions { Simulator = _server.Address });
        _keys = new FalKeys(_services.GetRequiredService<IHttpClientFactory>(), options, _clock, NullLogger<FalKeys>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_signed_with_a_published_key_is_believed_and_delivered_again_it_is_the_same()
    {
        var headers = _fal.Sign("r1", _clock.GetUtcNow(), Body);
        var call = await VerifyAsync(headers);
        headers[Signature] = headers[Signature].ToString().ToUpperInvariant();

        call.ShouldNotBeNull().RequestId.ShouldBe("r1");
        (await VerifyAsync(headers)).ShouldBe(call);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public async Task A_call_is_believed_for_five_minutes_around_its_time(int seconds, bool believed) =>
        (await VerifyAsync(_fal.Sign("r1", _clock.GetUtcNow().AddSeconds(seconds), Body)) is not null).ShouldBe(believed);

    [Fact]
    public async Task Another_body_or_another_s_signature_is_refused()
    {
        using var stranger = new FalSigner();

        (await VerifyAsync(_fal.Sign("r1", _clock.GetUtcNow(), [.. Body, 0]))).ShouldBeNull();
        (await VerifyAsync(stranger.Sign("r1", _clock.GetUtcNow(), Body))).ShouldBeNull();
    }

    [Theory]
    [InlineData("X-Fal-Webhook-Request-Id", "r2")]
    [InlineData("X-Fal-Webhook-Request-Id", "")]
    [InlineData("X-Fal-Webhook-User-Id", "user_2")]
    [InlineData("X-Fal-Webhook-Timestamp", "")]
    [InlineData("X-Fal-Webhook-Timestamp", "1e9")]
    [InlineData("X-Fal-Webhook-Timestamp", "-9223372036854775808")]
    [InlineData(Signature, "")]
    [InlineData(Signature, "abc")]
    [InlineData(Signature, "zz")]
    public async Task A_changed_or_unreadable_header_is_refused(string name, string value)
    {
        var headers = _fal.Sign("r1", _clock.GetUtcNow(), Body);
        headers[name] = value;

        (await VerifyAsync(headers)).ShouldBeNull();
    }

    [Fact]
    public async Task A_truncated_signature_is_refused()
    {
        var headers = _fal.Sign("r1", _clock.GetUtcNow(), Body);
        headers[Signature] = headers[Signature].ToString()[..^2];

        (await VerifyAsync(headers)).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_key_of_fal_s_is_learned_and_strangers_cost_one_question_a_minute()
    {
        using var next = new FalSigner();
        (await VerifyAsync(_fal.Sign("r1", _clock.GetUtcNow(), Body))).ShouldNotBeNull();
        _published = Keys(next.Jwk);

        (await VerifyAsync(next.Sign("r2", _clock.GetUtcNow(), Body))).ShouldBeNull();
        _server.Requests.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(61));

        (await VerifyAsync(next.Sign("r2", _clock.GetUtcNow(), Body))).ShouldNotBeNull();
        (await VerifyAsync(_fal.Sign("r1", _clock.GetUtcNow(), Body))).ShouldBeNull();
        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_of_another_kind_stand_beside_one_that_is_good()
    {
        _published = Keys("""{"kty":"RSA","n":"AQAB"}""", """{"kty":"OKP","crv":"Ed25519","x":"AAAA"}""", """{"kty":"OKP","crv":"Ed25519"}""", _fal.Jwk);

        (await VerifyAsync(_fal.Sign("r1", _clock.GetUtcNow(), Body))).ShouldNotBeNull();
    }

    public static TheoryData<string> Unusable => ["""{"keys":[]}""", "{}", "null", "[]", "not JSON"];

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Without_keys_no_call_is_believed_and_a_minute_later_they_are_asked_for_again(string published)
    {
        _published = RawAnswers.Json(200, published);
        (await VerifyAsync(_fal.Sign("r1", _clock.GetUtcNow(), Body))).ShouldBeNull();
        _published = Keys(_fal.Jwk);
        _clock.Advance(TimeSpan.FromSeconds(61));

        (await VerifyAsync(_fal.Sign("r1", _clock.GetUtcNow(), Body))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Keys_that_can_t_be_had_leave_those_that_are_known()
    {
        (await VerifyAsync(_fal.Sign("r1", _clock.GetUtcNow(), Body))).ShouldNotBeNull();
        _published = RawAnswers.Status(500);
        _clock.Advance(TimeSpan.FromHours(25));

        (await VerifyAsync(_fal.Sign("r1", _clock.GetUtcNow(), Body))).ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _keys.Dispose();
        _fal.Dispose();
        await _services.DisposeAsync();
    }

    private static RawAnswer Keys(params string[] keys) => RawAnswers.Json(200, $$"""{"keys":[{{string.Join(',', keys)}}]}""");

    private Task<VerifiedCallback?> VerifyAsync(HeaderDictionary headers) =>
        new FalCallbackVerifier(_keys, _clock).VerifyAsync(headers, Body, Token);
}
