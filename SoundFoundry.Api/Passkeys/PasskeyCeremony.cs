using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SoundFoundry.Api.Sessions;

namespace SoundFoundry.Api.Passkeys;

/// <summary>What one replica asked a browser's authenticator, so that any replica can check the answer: a protected cookie that lives
/// as long as the question does.</summary>
internal sealed class PasskeyCeremony(IDataProtectionProvider protection)
{
    public const string Registration = "registration";

    public const string SignIn = "sign-in";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string Cookie = "soundfoundry-passkey";

    /// <param name="kind">An answer to one kind of question is none to the other.</param>
    public void Begin(HttpContext context, string kind, string state)
    {
        var options = Options(context);
        options.MaxAge = Lifetime;
        context.Response.Cookies.Append(Cookie, Protector(kind).Protect(state, Lifetime), options);
    }

    /// <returns>Null where nothing was asked, or too long ago. The browser forgets the question either way.</returns>
    public string? End(HttpContext context, string kind)
    {
        var asked = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, Options(context));
        if (string.IsNullOrEmpty(asked)) return null;
        try
        {
            return Protector(kind).Unprotect(asked);
        }
        catch (CryptographicException)
        {
            return null; // changed, of the other kind, or too old
        }
    }

    private ITimeLimitedDataProtector Protector(string kind) =>
        protection.CreateProtector(typeof(PasskeyCeremony).FullName!, kind).ToTimeLimitedDataProtector();

    private static CookieOptions Options(HttpContext context)
    {
        var options = SessionCookie.Options(context);
        options.SameSite = SameSiteMode.Strict;
        return options;
    }
}
