using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.External;

/// <summary>Adds, lists and removes the logins elsewhere that open a user's account.</summary>
internal sealed class ExternalLogins(
    SoundFoundryDb db, IdentityDb identity, UserManager<Member> members, WaysIn waysIn, AuditLog audit)
{
    /// <summary>Where the way to the provider and back carries whose account the login is for.</summary>
    public const string LinkTo = "link";

    /// <summary>Where that way ends.</summary>
    public const string Page = "/account";

    /// <summary>The person who set out must be the one who comes back: another's browser may have been lent in between.</summary>
    /// <returns>Null if the login is linked, else one of <see cref="ExternalErrors"/>.</returns>
    public async Task<string?> LinkAsync(HttpContext context, string userId, ExternalPerson person, CancellationToken cancellationToken)
    {
        var present = await context.AuthenticateAsync(SessionAuthentication.Scheme);
        if (!present.Succeeded || present.Principal.Id().ToString(CultureInfo.InvariantCulture) != userId) return ExternalErrors.NotLinked;
        var member = (await members.GetUserAsync(present.Principal))!;
        if (!(await members.AddLoginAsync(member, person.Login)).Succeeded) return ExternalErrors.NotLinked;
        await audit.WriteAsync(Acts.LoginAdded, $"user {userId}", cancellationToken, person.Login.LoginProvider, member.Id);
        return null;
    }

    public Task<IList<UserLoginInfo>> OfAsync(Member member) => members.GetLoginsAsync(member);

    public async Task<Removal> RemoveAsync(Member member, string provider, string subject, CancellationToken cancellationToken)
    {
        await using var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken);
        await waysIn.LockAsync(member, cancellationToken);
        var logins = await members.GetLoginsAsync(member);
        if (!logins.Any(login => login.LoginProvider == provider && login.ProviderKey == subject)) return Removal.Unknown;
        if (await waysIn.CountAsync(member) == 1) return Removal.LastWayIn;
        if (!(await members.RemoveLoginAsync(member, provider, subject)).Succeeded) return Removal.Unknown;
        await audit.WriteAsync(Acts.LoginRemoved, $"user {member.Id}", cancellationToken, provider);
        await transaction.CommitAsync(cancellationToken);
        return Removal.Done;
    }
}
