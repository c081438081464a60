using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Users;

namespace SoundFoundry.Tests.Stack;

/// <summary>Users beside the one that a database begins with.</summary>
internal static class NewUsers
{
    /// <summary>A user with an account, as registration makes it.</summary>
    public static async Task<long> RegisterAsync(this SoundFoundryDb db, CancellationToken cancellationToken, int welcome = 0, int allowance = 0)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var user = new User { Name = "newcomer" };
        db.Users.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        await db.OpenAccountAsync(user.Id, new CreditOptions { Welcome = welcome, MonthlyAllowance = allowance }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return user.Id;
    }
}
