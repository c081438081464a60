using System.Text;
using SoundFoundry.Simulator.Replicate;

namespace SoundFoundry.Tests.Simulator.Replicate;

public sealed class SvixSignatureTests
{
    [Fact]
    public void The_published_example_is_signed_as_published() =>
        new SvixSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .Of("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Encoding.UTF8.GetBytes("{\"test\": 2432232314}"))
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}
