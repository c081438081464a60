using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.External;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Mail;
using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Api.SignIn;

internal static class AuthReportEndpoint
{
    public static void MapAuthReport(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/auth", GetAsync).WithTags("Sign-in").AllowAnonymous().WithSummary("See how one comes in here");

    private static async Task<Ok<AuthReport>> GetAsync(
        IOptions<AuthOptions> auth, IOptions<AccountsOptions> accounts, IOptions<ExternalOptions> external, IOptions<MailOptions> mail,
        IServiceProvider services, CancellationToken cancellationToken)
    {
        var setUp = services.GetService<SetUp>();
        return TypedResults.Ok(new AuthReport(
            auth.Value.Mode.ToString().ToLowerInvariant(),
            accounts.Value.Registration.ToString().ToLowerInvariant(),
            setUp is not null && await setUp.IsNeededAsync(cancellationToken),
            external.Value.IsOn ? external.Value.Name : null,
            mail.Value.IsOn,
            auth.Value.Mode == AuthMode.Accounts));
    }
}
