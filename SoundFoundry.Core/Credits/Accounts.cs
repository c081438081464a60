using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Credits;

public static class Accounts
{
    /// <summary>Gives a user an account, with this month's allowance and the welcome credits on top, inside the caller's transaction.
    /// Does nothing where there is one.</summary>
    public static async Task OpenAccountAsync(
        this SoundFoundryDb db, long userId, CreditOptions options, CancellationToken cancellationToken)
    {
        var opened = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO accounts (user_id, available_credits) VALUES ({userId}, 0) ON CONFLICT DO NOTHING", cancellationToken);
        if (opened == 0) return;
        if (options.MonthlyAllowance > 0) await db.TopUpAsync(userId, options.MonthlyAllowance, cancellationToken);
        if (options.Welcome > 0) await db.GrantAsync(userId, options.Welcome, cancellationToken);
    }
}
