using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Audit;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Audit;

/// <summary>Writes down who did what to whom, in the transaction of the act if there is one.</summary>
internal sealed class AuditLog(SoundFoundryDb db, IHttpContextAccessor http)
{
    /// <param name="actorId">Who did it, where the request does not know yet, as when somebody signs in.</param>
    public async Task WriteAsync(
        string act, string? subject, CancellationToken cancellationToken, string? detail = null, long? actorId = null)
    {
        var context = http.HttpContext;
        var known = context?.User.Identity?.IsAuthenticated == true ? context.User : null;
        db.AuditLog.Add(new AuditEntry
        {
            Act = act,
            ActorId = actorId ?? known?.Id(),
            KeyId = known?.KeyId(),
            Subject = subject,
            Address = context?.Connection.RemoteIpAddress?.ToString(),
            Detail = detail,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
