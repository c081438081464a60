using SoundFoundry.Worker.Providers.Remote.Http;


namespace SoundFoundry.Tests.Worker.Providers.Remote;

public sealed class ProviderKeyTests
{
    private static readonly ProviderKey Key = new("Key", " id:supersecret\n", new Uri("https://queue.fal.run"), new Uri("https://rest.fal.ai/v2"));

    [Theory]
    [InlineData("https://queue.fal.run/x/requests/1", true)]
    [InlineData("https://QUEUE.fal.run/x", true)]
    [InlineData("https://queue.fal.run:443/x", true)]
    [InlineData("https://rest.fal.ai/users/current", true)]
    [InlineData("http://queue.fal.run/x", false)]
    [InlineData("https://queue.fal.run:8443/x", false)]
    [InlineData("https://evil.queue.fal.run/x", false)]
    [InlineData("https://queue.fal.run.evil.test/x", false)]
    [InlineData("https://queue.fal.run@evil.test/x", false)]
    [InlineData("https://me@queue.fal.run/x", false)]
    [InlineData("https://v3.fal.media/a.wav", false)]
    public void It_is_shown_to_its_provider_s_own_hosts_only(string url, bool shown)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);

        Key.Sign(request);

        (request.Headers.Authorization?.ToString()).ShouldBe(shown ? "Key id:supersecret" : null);
    }

    [Fact]
    public void It_is_blanked_out_of_words_whole_and_by_its_secret_half() =>
        Key.Redact("id:supersecret and SUPERSECRET, not id").ShouldBe("*** and ***, not id");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ab")]
    public void A_key_too_short_to_be_one_blanks_out_no_words(string? secret) =>
        new ProviderKey("Key", secret).Redact("a cab").ShouldBe("a cab");
}
