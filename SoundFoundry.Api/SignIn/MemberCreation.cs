using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Api.SignIn;

/// <summary>Makes a user who can sign in, inside the caller's transaction over both contexts.</summary>
internal sealed class MemberCreation(SoundFoundryDb db, UserManager<Member> members, IOptions<CreditOptions> credits)
{
    /// <summary>Judges a password and hashes it: both take long, and the judging asks outside, so no transaction may be open.</summary>
    public async Task<(string? Hash, IdentityResult Result)> HashAsync(string email, string password)
    {
        var nobody = new Member { UserName = email, Email = email };
        foreach (var rules in members.PasswordValidators)
        {
            var result = await rules.ValidateAsync(members, nobody, password);
            if (!result.Succeeded) return (null, result);
        }

        return (members.PasswordHasher.HashPassword(nobody, password), IdentityResult.Success);
    }

    /// <summary>A new user, with the credits that every new one gets.</summary>
    /// <param name="passwordHash">Null for somebody who signs in elsewhere.</param>
    public async Task<(Member Member, IdentityResult Result)> AddAsync(
        string name, string email, string? passwordHash, CancellationToken cancellationToken, bool emailConfirmed = false)
    {
        var user = new User { Name = name.Trim() };
        db.Users.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        await db.OpenAccountAsync(user.Id, credits.Value, cancellationToken);
        var member = new Member { Id = user.Id, UserName = email, Email = email, EmailConfirmed = emailConfirmed, PasswordHash = passwordHash };
        return (member, await members.CreateAsync(member));
    }

    /// <summary>Gives the owner, who is there from the first migration on, a way to sign in.</summary>
    public async Task<(Member Member, IdentityResult Result)> AddOwnerAsync(
        string name, string email, string password, CancellationToken cancellationToken)
    {
        await db.Users.Where(user => user.Id == User.LocalOwnerId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Name, name.Trim()), cancellationToken);
        var owner = new Member { Id = User.LocalOwnerId, UserName = email, Email = email, EmailConfirmed = true, IsOperator = true };
        return (owner, await members.CreateAsync(owner, password));
    }
}
