using System.Net;
using System.Text;
using System.Text.Json;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security;

/// <summary>A page of another site has its visitor's browser send requests, with the visitor's cookie.</summary>
public sealed class CrossSiteTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    private static readonly string[] Unsafe = ["post", "put", "patch", "delete"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task No_operation_that_changes_something_is_carried_out_for_another_site(string header, string value)
    {
        var document = await stack.Owner.GetAsJsonAsync("/openapi/v1.json");
        var writes = from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where Unsafe.Contains(operation.Name)
            select (Method: operation.Name.ToUpperInvariant(), Path: path.Name.Replace("{token}", Guid.Empty.ToString()));

        foreach (var (method, path) in writes)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", "1"));
            request.Content = new StringContent("{}", Encoding.UTF8, "text/plain"); // what a form can send
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await stack.Owner.SendAsync(request, Stop);

            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
            (await response.ReadAsync()).GetProperty("code").GetString().ShouldBe("foreign_origin", $"{method} {path}");
        }

        (await stack.Owner.GetAsync("/api/me", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK); // still signed in
    }
}
