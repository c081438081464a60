using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.SignIn;

internal static class SignInCalls
{
    public static Task<Answer<AuthReport>> AuthAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<AuthReport>("read ways in", "/api/auth", cancellationToken);
}
