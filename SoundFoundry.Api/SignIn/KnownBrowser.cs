using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Sessions;

namespace SoundFoundry.Api.SignIn;

/// <summary>A cookie by which a browser that signed in to an account before is told from strangers who try its password: what they use up
/// is not used up for it. It opens nothing.</summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection)
{
    private const string Cookie = "soundfoundry-known";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector(typeof(KnownBrowser).FullName!).ToTimeLimitedDataProtector();

    public void Remember(HttpContext context, string email)
    {
        var options = SessionCookie.Options(context);
        options.MaxAge = Lifetime;
        context.Response.Cookies.Append(Cookie, _protector.Protect(AccountOf(email), Lifetime), options);
    }

    /// <returns>Who is counted: the account for strangers, this one browser where it is known to it.</returns>
    public string SubjectOf(HttpContext context, string email)
    {
        var account = AccountOf(email);
        return context.Request.Cookies[Cookie] is { Length: > 0 } shown && Knows(shown, account) ? $"{account} {shown}" : account;
    }

    private bool Knows(string shown, string account)
    {
        try
        {
            return _protector.Unprotect(shown) == account;
        }
        catch (CryptographicException)
        {
            return false; // changed, or too old
        }
    }

    private static string AccountOf(string email) => Limit.Digest(email.Trim().ToUpperInvariant());
}
