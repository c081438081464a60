using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Tracks;

public sealed class BadInputTests(RunningStack stack) : IClassFixture<RunningStack>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{}""", "prompt")]
    [InlineData("""{"prompt":null}""", "prompt")]
    [InlineData("""{"prompt":""}""", "prompt")]
    [InlineData("""{"prompt":"  \t\n "}""", "prompt")]
    [InlineData("""{"prompt":5}""", "prompt")]
    [InlineData("""{"prompt":["x"]}""", "prompt")]
    [InlineData("""{"prompt":"a\u0000b"}""", "prompt")]
    [InlineData("""{"prompt":"\ud800"}""", "prompt")]
    [InlineData("""{"prompt":"x","prompt":"y"}""", "prompt")]
    [InlineData("""{"prompt":"x","duration_s":0}""", "duration_s")]
    [InlineData("""{"prompt":"x","duration_s":4}""", "duration_s")]
    [InlineData("""{"prompt":"x","duration_s":241}""", "duration_s")]
    [InlineData("""{"prompt":"x","duration_s":1e400}""", "duration_s")]
    [InlineData("""{"prompt":"x","duration_s":NaN}""", "duration_s")]
    [InlineData("""{"prompt":"x","duration_s":"30"}""", "duration_s")]
    [InlineData("""{"prompt":"x","duration_s":null}""", "duration_s")]
    [InlineData("""{"prompt":"x","style_strength":-0.1}""", "style_strength")]
    [InlineData("""{"prompt":"x","style_strength":1.1}""", "style_strength")]
    [InlineData("""{"prompt":"x","has_vocals":"yes"}""", "has_vocals")]
    [InlineData("""{"prompt":"x","tags":"ambient"}""", "tags")]
    [InlineData("""{"prompt":"x","tags":["ambient",null]}""", "tags")]
    [InlineData("""{"prompt":"x","tags":["ambient",""]}""", "tags")]
    [InlineData("""{"prompt":"x","seed":-1}""", "seed")]
    [InlineData("""{"prompt":"x","seed":1.5}""", "seed")]
    [InlineData("""{"prompt":"x","variations":0}""", "variations")]
    [InlineData("""{"prompt":"x","variations":5}""", "variations")]
    [InlineData("""{"prompt":"x","provider":"nobody"}""", "provider")]
    [InlineData("""{"prompt":"x","provider":"fal"}""", "provider")]
    [InlineData("""{"prompt":"x","model":"nothing"}""", "model")]
    [InlineData("""{"prompt":"x","has_vocals":true,"lyrics":"la la"}""", "lyrics")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        var problem = await RefusedAsync(body, HttpStatusCode.BadRequest, "validation_failed");

        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
    }

    [Theory]
    [InlineData(2_000, HttpStatusCode.Accepted)]
    [InlineData(2_001, HttpStatusCode.BadRequest)]
    public async Task A_prompt_has_at_most_2000_characters(int length, HttpStatusCode expected)
    {
        using var response = await stack.Client.PostTrackAsync(new { prompt = new string('x', length), duration_s = 5 });

        response.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"prompt":"x" """)]
    [InlineData("""[]""")]
    [InlineData("""hello""")]
    public async Task What_is_not_JSON_of_the_right_shape_is_refused(string body) =>
        await RefusedAsync(body, HttpStatusCode.BadRequest, "malformed_json");

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    public async Task Nothing_is_refused(string body) => await RefusedAsync(body, HttpStatusCode.BadRequest, "bad_request");

    [Fact]
    public async Task Another_content_type_is_refused() =>
        await RefusedAsync("prompt=x", HttpStatusCode.UnsupportedMediaType, "unsupported_media_type", "application/x-www-form-urlencoded");

    [Fact]
    public async Task An_unknown_charset_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tracks") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=banana");

        using var response = await stack.Client.SendAsync(request, Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_host_that_is_no_address_is_refused()
    {
        var (trackId, jobId) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(jobId, "COMPLETE");
        using var client = new TcpClient();
        await client.ConnectAsync(stack.Address.Host, stack.Address.Port, Cancelled);

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /api/tracks/{trackId} HTTP/1.1\r\nHost: localhost:99999\r\n\r\n"), Cancelled);

        using var reader = new StreamReader(client.GetStream());
        (await reader.ReadLineAsync(Cancelled)).ShouldStartWith("HTTP/1.1 400");
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_refused() =>
        await RefusedAsync($$"""{"prompt":"{{new string('x', 10_000_000)}}"}""", HttpStatusCode.RequestEntityTooLarge, "too_large");

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("999999")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("%00")]
    public async Task An_unknown_id_is_404_everywhere(string id)
    {
        string[] reads = ["tracks/{0}", "tracks/{0}/audio", "tracks/{0}/peaks", "jobs/{0}", "jobs/{0}/logs", "jobs/{0}/events"];
        foreach (var path in reads)
        {
            using var response = await stack.Client.GetAsync(string.Format(null, $"/api/{path}", id), Cancelled);
            response.StatusCode.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.BadRequest], path);
        }

        string[] writes = ["tracks/{0}/restore", "jobs/{0}/cancel", "jobs/{0}/retry"];
        foreach (var path in writes)
        {
            using var response = await stack.Client.PostAsync(string.Format(null, $"/api/{path}", id), null, Cancelled);
            response.StatusCode.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.BadRequest], path);
        }
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("status=SLEEPING", "status")]
    [InlineData("q=%00", "q")]
    public async Task A_wrong_parameter_of_the_list_is_named(string query, string field)
    {
        using var response = await stack.Client.GetAsync($"/api/tracks?{query}", Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.ReadAsync()).GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
    }

    [Theory]
    [InlineData("🎹🌧️ synthwave 🏙️ at 3 a.m.")]
    [InlineData("موسيقى هادئة للمساء")]
    [InlineData("  spaces around  ")]
    public async Task Any_script_is_a_prompt(string prompt)
    {
        var (trackId, jobId) = await stack.Client.CreateTrackAsync(prompt);

        await stack.Client.JobReachesAsync(jobId, "COMPLETE");
        (await stack.Client.GetAsJsonAsync($"/api/tracks/{trackId}")).GetProperty("prompt").GetString().ShouldBe(prompt.Trim());
    }

    private async Task<JsonElement> RefusedAsync(
        string body, HttpStatusCode status, string code, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tracks") { Content = new StringContent(body, Encoding.UTF8, contentType) };
        request.Headers.ExpectContinue = true;
        using var response = await stack.Client.SendAsync(request, Cancelled);

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.ReadAsync();
        problem.GetProperty("code").GetString().ShouldBe(code);
        return problem;
    }
}
