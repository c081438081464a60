using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Api.SignIn;

/// <summary>Makes a user who can sign in, inside the caller's transaction over both contexts.</summary>
internal sealed class NewMembers(SoundFoundryDb db, UserManager<Member> members, IOptions<CreditOptions> credits)
{
    /// <summary>A new user, with the credits that every new one gets.</summary>
    /// <param name="password">Null for somebody who signs in elsewhere.</param>
    public async Task<(Member Member, IdentityResult Result)> AddAsync(
        string name, string email, string? password, CancellationToken cancellationToken, bool emailConfirmed = false)
    {
        var user = new User { Name = name.Trim() };
        db.Users.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        await db.OpenAccountAsync(user.Id, credits.Value, cancellationToken);
        return await CreateAsync(new Member { Id = user.Id, UserName = email, Email = email, EmailConfirmed = emailConfirmed }, password);
    }

    /// <summary>Gives the owner, who is there from the first migration on, a way to sign in.</summary>
    public async Task<(Member Member, IdentityResult Result)> AddOwnerAsync(
        string name, string email, string password, CancellationToken cancellationToken)
    {
        await db.Users.Where(user => user.Id == User.LocalOwnerId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Name, name.Trim()), cancellationToken);
        var owner = new Member { Id = User.LocalOwnerId, UserName = email, Email = email, EmailConfirmed = true, IsOperator = true };
        return await CreateAsync(owner, password);
    }

    private async Task<(Member, IdentityResult)> CreateAsync(Member member, string? password) =>
        (member, password is null ? await members.CreateAsync(member) : await members.CreateAsync(member, password));
}
