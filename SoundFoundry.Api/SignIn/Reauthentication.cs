using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

/// <summary>Asks who sits there before the account can be given away: a session alone may be a stolen one, or a lent browser.</summary>
internal sealed class Reauthentication(UserManager<Member> members, IdentityDb identity, Limiter limiter, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>For what may be undone: either will do.</summary>
    /// <returns>Null if the caller signed in during the last ten minutes, or knows the member's password.</returns>
    public async Task<ProblemHttpResult?> RefuseAsync(HttpContext context, Member member, Proof? proof, CancellationToken cancellationToken) =>
        proof?.Password is { Length: > 0 } password && member.PasswordHash is not null
            ? await RefuseWrongAsync(member, password, "password", cancellationToken)
            : await RefuseStaleAsync(context, cancellationToken);

    /// <returns>Null if the caller signed in during the last ten minutes.</returns>
    public async Task<ProblemHttpResult?> RefuseStaleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (id, since) = (context.User.SessionId(), clock.GetUtcNow() - Fresh);
        return await identity.Sessions.AnyAsync(session => session.Id == id && session.CreatedAt > since, cancellationToken)
            ? null
            : Problem.Of(StatusCodes.Status403Forbidden, ProblemCodes.SignInAgain, "Sign in again, and do it within ten minutes.");
    }

    /// <summary>Tries are counted for the member, from wherever they come.</summary>
    /// <returns>Null if it is the member's password.</returns>
    public async Task<ProblemHttpResult?> RefuseWrongAsync(
        Member member, string? password, string field, CancellationToken cancellationToken)
    {
        var verdict = await limiter.TakeAsync(LimitName.Reauthentication, $"{member.Id}", cancellationToken);
        if (!verdict.IsAllowed)
        {
            return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCodes.RateLimited,
                $"Too many tries. Try again in {verdict.RetryAfter} s.");
        }

        return await members.CheckPasswordAsync(member, password ?? "") ? null : Problem.Field(field, "This is not your present password.");
    }
}
