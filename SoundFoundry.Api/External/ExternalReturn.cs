using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Api.External;

/// <summary>Takes over from the protocol once it has said who came: sessions of ours begin here, by no cookie of the library's.</summary>
internal sealed partial class ExternalReturn(
    ExternalSignIn signIn, ExternalLogins logins, IOptions<ExternalOptions> options, ILogger<ExternalReturn> logger)
{
    public async Task TakeAsync(TicketReceivedContext context)
    {
        var stop = context.HttpContext.RequestAborted;
        var (items, next) = (context.Properties!.Items, context.ReturnUri ?? "/");
        var person = ExternalPerson.From(context.Principal!, options.Value.Name);
        var isLink = items.TryGetValue(ExternalLogins.LinkTo, out var userId);
        var error = person is null ? ExternalErrors.Failed
            : isLink ? await logins.LinkAsync(context.HttpContext, userId!, person, stop)
            : await signIn.TryAsync(person, items.TryGetValue(ExternalSignIn.Invitation, out var token) ? token : null, stop);
        context.HandleResponse();
        context.Response.Redirect(error is null ? next : $"{(isLink ? ExternalLogins.Page : "/sign-in")}?error={error}");
    }

    public Task FailAsync(RemoteFailureContext context)
    {
        Log.Failed(logger, context.Failure?.GetType().Name ?? "refused", context.Failure?.Message.ReplaceLineEndings(" ") ?? "");
        context.HandleResponse();
        context.Response.Redirect($"/sign-in?error={ExternalErrors.Failed}");
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1411, Level = LogLevel.Warning, Message = "Signing in at the OpenID Connect provider failed: {Kind}: {Reason}")]
        public static partial void Failed(ILogger logger, string kind, string reason);
    }
}
