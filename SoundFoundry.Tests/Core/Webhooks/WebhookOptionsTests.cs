using Microsoft.Extensions.Hosting.Internal;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Tests.Core.Webhooks;

public sealed class WebhookOptionsTests
{
    [Theory]
    [InlineData("Production", true, false)]
    [InlineData("Production", false, true)]
    [InlineData("Development", true, true)]
    public void Production_does_not_start_with_webhooks_that_may_lead_into_it(string environment, bool allowLoopback, bool starts)
    {
        var validator = new WebhookOptionsValidator(new HostingEnvironment { EnvironmentName = environment });

        validator.Validate(null, new WebhookOptions { AllowLoopback = allowLoopback }).Succeeded.ShouldBe(starts);
    }
}
