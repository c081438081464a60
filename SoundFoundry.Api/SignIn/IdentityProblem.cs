using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

internal static class IdentityProblem
{
    /// <summary>400 that blames the field which the identity library objected to.</summary>
    public static ProblemHttpResult Of(IdentityResult result)
    {
        var error = result.Errors.First();
        return error.Code.Contains("Password", StringComparison.Ordinal) ? Problem.Field("password", error.Description)
            : error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)
                ? Problem.Field("email", "There is an account with this address already. Sign in instead.")
            : error.Code is nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName)
                ? Problem.Field("email", Messages.NoAddress)
            : throw new InvalidOperationException($"Unexpected: {error.Code}, {error.Description}");
    }
}
