using System.Net;

namespace SoundFoundry.Tests.Web.SignIn;

public sealed class ExternalTroubleTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_why_signing_in_elsewhere_did_not_work_and_nothing_that_a_stranger_wrote()
    {
        await using var api = await EchoApi.StartAsync(Cancelled);
        await using var web = await WebServer.StartAsync(api.Address, Cancelled, "--Auth:Mode", "Accounts");
        using var http = new HttpClient { BaseAddress = web.Address };

        var known = WebUtility.HtmlDecode(await http.GetStringAsync("/sign-in?error=external_has_account", Cancelled));
        var made = WebUtility.HtmlDecode(await http.GetStringAsync("/sign-in?error=Call%20this%20number", Cancelled));
        var none = WebUtility.HtmlDecode(await http.GetStringAsync("/sign-in", Cancelled));

        known.ShouldContain("There is an account with your e-mail address already.");
        made.ShouldContain("Signing in there did not work.");
        made.ShouldNotContain("Call this number");
        none.ShouldNotContain("did not work");
    }
}
