using System.Net;
using System.Text;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security;

/// <summary>What the fuzzer found, one by one.</summary>
public sealed class AnswerTests(RunningStack stack) : IClassFixture<RunningStack>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9")]
    [InlineData("image/png")]
    [InlineData("nonsense")]
    public async Task A_client_that_does_not_ask_for_JSON_is_told_the_reason_all_the_same(string accepted)
    {
        using var missing = await SendAsync(HttpMethod.Get, "/api/tracks/999999", accepted);
        using var wrong = await SendAsync(HttpMethod.Get, "/api/tracks?limit=0", accepted);
        using var unreadable = await SendAsync(HttpMethod.Post, "/api/tracks", accepted, new StringContent("{", Encoding.UTF8, "application/json"));
        using var noMethod = await SendAsync(HttpMethod.Put, "/api/tracks", accepted);

        await SaysAsync(missing, HttpStatusCode.NotFound, "not_found");
        await SaysAsync(wrong, HttpStatusCode.BadRequest, "validation_failed");
        await SaysAsync(unreadable, HttpStatusCode.BadRequest, "malformed_json");
        await SaysAsync(noMethod, HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("banana")]
    public async Task A_charset_the_platform_refuses_is_refused(string charset)
    {
        var body = new ByteArrayContent("{}"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");

        using var response = await SendAsync(HttpMethod.Post, "/api/tracks", "application/json", body);

        await SaysAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Theory]
    [InlineData("/api/health")]
    [InlineData("/api/tracks/999999")]
    public async Task No_answer_names_the_server_that_gave_it(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path, "*/*");

        response.Headers.Contains("Server").ShouldBeFalse();
        response.Headers.Contains("X-Powered-By").ShouldBeFalse();
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string accepted, HttpContent? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.TryAddWithoutValidation("Accept", accepted);
        return stack.Client.SendAsync(request, Cancelled);
    }

    private static async Task SaysAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.ReadAsync()).GetProperty("code").GetString().ShouldBe(code);
    }
}
