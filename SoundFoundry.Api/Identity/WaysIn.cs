using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Identity;

/// <summary>How many ways in a user has, so that nobody gives up the last.</summary>
internal sealed class WaysIn(UserManager<Member> members)
{
    public async Task<int> CountAsync(Member member) =>
        (member.PasswordHash is null ? 0 : 1) + (await members.GetPasskeysAsync(member)).Count + (await members.GetLoginsAsync(member)).Count;

    public static ProblemHttpResult LastOne() =>
        Problem.Of(409, ProblemCodes.LastWayIn, "It is your only way in. Set a password or add another way first.");
}
