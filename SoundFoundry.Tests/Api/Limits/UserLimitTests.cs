using System.Net;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Limits;

public sealed class UserLimitTests(LimitedApi api) : IClassFixture<LimitedApi>
{
    [Fact]
    public async Task A_user_is_limited_over_all_addresses_together()
    {
        // Twice the burst may pass on a machine so busy that the replica counts by itself for a while.
        for (var i = 0; i <= 2 * LimitedApi.UserBurst; i++)
        {
            using var response = await api.GetAsync("/api/tracks", $"198.51.{i / 250}.{i % 250}");
            if (response.StatusCode == HttpStatusCode.OK) continue;

            response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            (await response.ReadAsync()).GetProperty("violated-policies")[0].GetString().ShouldBe("user");
            return;
        }

        Assert.Fail("The user was never refused.");
    }
}
