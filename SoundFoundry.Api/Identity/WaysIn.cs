using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Identity;

/// <summary>How many ways in a user has, so that nobody gives up the last.</summary>
internal sealed class WaysIn(SoundFoundryDb db, IdentityDb identity, UserManager<Member> members)
{
    /// <summary>Inside a transaction, before counting: what is counted stays so until it ends.</summary>
    public async Task LockAsync(Member member, CancellationToken cancellationToken)
    {
        await db.LockUserAsync(member.Id, cancellationToken);

        // As whoever held the lock before left it.
        await identity.Entry(member).ReloadAsync(cancellationToken);
    }

    public async Task<int> CountAsync(Member member) =>
        (member.PasswordHash is null ? 0 : 1) + (await members.GetPasskeysAsync(member)).Count + (await members.GetLoginsAsync(member)).Count;

    public static ProblemHttpResult LastOne() =>
        Problem.Of(409, ProblemCodes.LastWayIn, "It is your only way in. Set a password or add another way first.");
}
