using System.Net;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Limits;

public sealed class UserLimitTests(LimitedApi api) : IClassFixture<LimitedApi>
{
    [Fact]
    public async Task A_user_is_limited_over_all_addresses_together()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < LimitedApi.UserBurst + 5; i++)
        {
            using var response = await api.GetAsync("/api/tracks", $"198.51.100.{i}");
            statuses.Add(response.StatusCode);
        }

        using var refused = await api.GetAsync("/api/tracks", "198.51.100.200");
        (await refused.ReadAsync()).GetProperty("violated-policies")[0].GetString().ShouldBe("user");
        statuses.Count(status => status == HttpStatusCode.OK).ShouldBeLessThanOrEqualTo(LimitedApi.UserBurst);
    }
}
