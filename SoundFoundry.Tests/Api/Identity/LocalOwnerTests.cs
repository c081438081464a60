using System.Net;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Identity;

/// <summary>Local mode has no login: who is the owner is a question of where the request came from.</summary>
public sealed class LocalOwnerTests(SharedPostgres postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, false, HttpStatusCode.OK)]
    [InlineData("127.0.0.1", false, HttpStatusCode.OK)]
    [InlineData("::1", false, HttpStatusCode.OK)]
    [InlineData("203.0.113.7", false, HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1, 203.0.113.7", false, HttpStatusCode.Unauthorized)]
    [InlineData("203.0.113.7", true, HttpStatusCode.OK)]
    public async Task A_stranger_behind_a_proxy_of_this_machine_is_not_its_owner(string? behind, bool allowsRemote, HttpStatusCode expected)
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled, settings: new Dictionary<string, string> { ["Walls:AllowRemote"] = $"{allowsRemote}" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        if (behind is not null) request.Headers.Add("X-Forwarded-For", behind);

        using var response = await stack.Client.SendAsync(request, Cancelled);

        response.StatusCode.ShouldBe(expected);
    }
}
