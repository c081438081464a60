using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Providers;

/// <summary>What one provider was asked in the last 24 hours, and what is known to have been spent there since midnight of UTC.</summary>
internal sealed record ProviderSpending(string Provider, int Attempts, int Failures, long Micros)
{
    public static Task<List<ProviderSpending>> ReadAsync(SoundFoundryDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<ProviderSpending>(
            $"""
            SELECT provider, count(*)::int AS attempts, (count(*) FILTER (WHERE outcome IN ('FAILED', 'UNKNOWN')))::int AS failures,
                coalesce(sum(cost_usd_micros) FILTER (
                    WHERE started_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'), 0)::bigint AS micros
            FROM attempts WHERE started_at > now() - interval '24 hours' GROUP BY provider
            """).ToListAsync(cancellationToken);
}
