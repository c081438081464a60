using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Headers;

public sealed partial class AnswerHeaderTests(SharedPostgres postgres) : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Expected =
    [
        ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ];

    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _stack.StartApiAsync(
        CancellationToken.None, settings: new Dictionary<string, string> { ["CORS_ORIGINS"] = "https://studio.example", ["Walls:Hosts:0"] = "music.example" });

    [Fact]
    public async Task Every_route_forbids_guessing_framing_running_and_telling_where_one_came_from()
    {
        var routes = await _stack.WithServiceAsync<EndpointDataSource, List<(string Method, string Path)>>(source => Task.FromResult(
            source.Endpoints.OfType<RouteEndpoint>().SelectMany(route => Methods(route).Select(method => (method, Path(route)))).Distinct().ToList()));
        routes.Count.ShouldBeGreaterThan(30);

        foreach (var (method, path) in routes)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var response = await _stack.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
            foreach (var (name, value) in Expected)
                response.Headers.NonValidated[name].ToString().ShouldBe(value, $"{name} of {method} {path}, {response.StatusCode}");
            var isOpen = path.StartsWith("/api/public/", StringComparison.Ordinal) || path.StartsWith("/api/files/", StringComparison.Ordinal);
            response.Headers.NonValidated["Cross-Origin-Resource-Policy"].ToString().ShouldBe(isOpen ? "cross-origin" : "same-origin", path);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'", Case.Sensitive, path);
            if (!path.StartsWith("/docs", StringComparison.Ordinal)) policy.ShouldNotContain("script-src", Case.Sensitive, path);
            response.Headers.CacheControl.ShouldNotBeNull(path);
        }
    }

    [Theory]
    [InlineData("/api/tracks", HttpStatusCode.OK)]
    [InlineData("/api/tracks/1", HttpStatusCode.NotFound)]
    [InlineData("/api/tracks?limit=many", HttpStatusCode.BadRequest)]
    public async Task Nobody_on_the_way_keeps_what_is_personal(string path, HttpStatusCode status)
    {
        using var response = await _stack.Client.GetAsync(path, Cancelled);

        response.StatusCode.ShouldBe(status);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("https", "music.example", true)]
    [InlineData("http", "music.example", false)]
    [InlineData("https", "localhost", false)]
    public async Task Over_https_and_a_name_of_its_own_a_service_stays_on_https(string scheme, string host, bool isKept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-Host", host);

        using var response = await _stack.Client.SendAsync(request, Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("Strict-Transport-Security").ShouldBe(isKept);
    }

    [Theory]
    [InlineData("https://studio.example", true)]
    [InlineData("https://studio.example.evil.example", false)]
    [InlineData("null", false)]
    public async Task Only_pages_that_the_operator_named_may_read_and_never_with_a_cookie(string origin, bool isNamed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/tracks");
        request.Headers.Add("Origin", origin);

        using var response = await _stack.Client.SendAsync(request, Cancelled);

        response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed);
        allowed.ShouldBe(isNamed ? [origin] : null);
        response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        if (!isNamed) return;
        var exposed = response.Headers.GetValues("Access-Control-Expose-Headers").Single();
        foreach (var name in new[] { "Location", "Retry-After", "RateLimit", "RateLimit-Policy" }) exposed.ShouldContain(name);
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    private static IEnumerable<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static string Path(RouteEndpoint route) =>
        "/" + Parameter().Replace(route.RoutePattern.RawText!, match => match.Value.Contains("guid", StringComparison.Ordinal) ? $"{Guid.Empty}" : "1").TrimStart('/');

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
