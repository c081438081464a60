using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Identity;

internal static class UserLock
{
    /// <summary>Until the transaction ends nobody else counts, adds or removes a user's keys and ways in.</summary>
    public static async Task LockUserAsync(this SoundFoundryDb db, long userId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"SELECT FROM users WHERE id = {userId} FOR NO KEY UPDATE", cancellationToken);
}
