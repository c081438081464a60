using System.Net;
using System.Text;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Security;

/// <summary>What no database takes as text, where nobody is known yet.</summary>
public sealed class SignInInputTests(AccountsStack stack) : IClassFixture<AccountsStack>
{
    [Theory]
    [InlineData("/api/auth/sign-in", """{"email":"a\u0000b@music.test","password":"long enough, surely"}""")]
    [InlineData("/api/auth/sign-in", """{"email":"\ud800@music.test","password":"long enough, surely"}""")]
    [InlineData("/api/auth/sign-in", """{"email":"a@music.test","password":"\u0000 long enough"}""")]
    [InlineData("/api/auth/register", """{"name":"N","email":"a\u0000b@music.test","password":"long enough, surely"}""")]
    [InlineData("/api/auth/register", """{"name":"\ud800","email":"half@music.test","password":"long enough, surely"}""")]
    public async Task Text_that_is_none_is_refused_beside_its_field(string path, string body)
    {
        using var browser = stack.NewBrowser();
        using var response = await browser.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.ReadAsync()).GetProperty("code").GetString().ShouldBe("validation_failed");
    }
}
