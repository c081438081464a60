using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Users;

internal static class UserQueries
{
    /// <summary>Everybody who can sign in, newest first; both schemas lie in one database.</summary>
    /// <param name="q">Part of a name or an address; null for all.</param>
    public static IQueryable<UserRow> UserRows(this SoundFoundryDb db, string? q, long before) => db.Database.SqlQuery<UserRow>(
        $"""
        SELECT u.id, u.name, m.email, m.email_confirmed, m.is_operator, m.suspended_at, a.available_credits AS credits,
            (SELECT count(*) FROM tracks t WHERE t.user_id = u.id AND t.deleted_at IS NULL) AS tracks,
            greatest(
                (SELECT max(s.seen_at) FROM identity.sessions s WHERE s.user_id = u.id),
                (SELECT max(k.used_at) FROM identity.api_keys k WHERE k.user_id = u.id)) AS last_seen_at,
            u.created_at
        FROM users u JOIN identity.members m ON m.id = u.id JOIN accounts a ON a.user_id = u.id
        WHERE u.id < {before} AND (CAST({q} AS text) IS NULL
            OR position(lower(CAST({q} AS text)) IN lower(u.name)) > 0 OR position(lower(CAST({q} AS text)) IN lower(m.email)) > 0)
        """).OrderByDescending(row => row.Id);

    public static Task<UserRow?> UserRowAsync(this SoundFoundryDb db, long id, CancellationToken cancellationToken) =>
        db.UserRows(null, long.MaxValue).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
}
