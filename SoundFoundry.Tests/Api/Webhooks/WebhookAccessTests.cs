using System.Net;
using System.Net.Http.Json;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Webhooks;

public sealed class WebhookAccessTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_its_owner_s_and_nobody_else_s_not_even_an_operator_s_or_a_key_s()
    {
        using var owner = await stack.RegisterAsync("hooked@music.test");
        using var other = await stack.RegisterAsync("other-hooked@music.test");
        using var key = await stack.WithKeyAsync(owner, "read", "create");
        using var nobody = stack.NewBrowser();
        using var made = await owner.PostAsJsonAsync("/api/webhooks", new { url = "https://93.184.216.34/" }, Cancelled);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);

        foreach (var path in new[] { $"{made.Headers.Location}", $"{made.Headers.Location}/deliveries" })
        {
            (await StatusAsync(owner, path)).ShouldBe(HttpStatusCode.OK, path);
            (await StatusAsync(other, path)).ShouldBe(HttpStatusCode.NotFound, path);
            (await StatusAsync(stack.Owner, path)).ShouldBe(HttpStatusCode.NotFound, path);
            (await StatusAsync(key, path)).ShouldBe(HttpStatusCode.Forbidden, path);
            (await StatusAsync(nobody, path)).ShouldBe(HttpStatusCode.Unauthorized, path);
        }

        using var byKey = await key.PostAsJsonAsync("/api/webhooks", new { url = "https://93.184.216.34/" }, Cancelled);
        byKey.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Cancelled);
        return response.StatusCode;
    }
}
