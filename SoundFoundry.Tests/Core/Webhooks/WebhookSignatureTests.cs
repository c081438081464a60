using System.Text;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Tests.Core.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");

    [Fact]
    public void A_signature_is_that_of_the_published_example() =>
        WebhookSignature.Sign([Secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, Body)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void Two_secrets_sign_side_by_side()
    {
        var other = WebhookSecret.New();

        var both = WebhookSignature.Sign([other, Secret], "msg_1", 1, Body).Split(' ');

        both.ShouldBe([WebhookSignature.Sign([other], "msg_1", 1, Body), WebhookSignature.Sign([Secret], "msg_1", 1, Body)]);
    }

    [Fact]
    public void Secrets_are_long_and_never_the_same()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => WebhookSecret.New()).ToList();

        secrets.ShouldBeUnique();
        secrets.ShouldAllBe(secret => secret.StartsWith("whsec_", StringComparison.Ordinal) && Convert.FromBase64String(secret.Substring(6)).Length == 32);
    }
}
