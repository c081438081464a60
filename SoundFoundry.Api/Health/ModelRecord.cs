using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Health;

/// <summary>What the attempts of the last 24 hours say about a model. A refusal of the user's own input says nothing about it; one of the whole
/// account counts as a failed attempt, and is not the model's error.</summary>
internal sealed record ModelRecord(
    string Provider, string Model, int Succeeded, int Failed, double? P50, double? P95, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastErrorAt,
    string? LastErrorCode, string? LastError)
{
    private static readonly string[] OfTheUser = Names(opens: null);
    private static readonly string[] OfTheAccount = Names(BreakerScope.Account);

    public static Task<List<ModelRecord>> ReadAsync(SoundFoundryDb db, CancellationToken cancellationToken) => db.Database.SqlQuery<ModelRecord>(
        $"""
        WITH judged AS (
            SELECT provider, model, ended_at, error_code, error, outcome = 'SUCCEEDED' AS good,
                outcome <> 'SUCCEEDED' AND coalesce(error_class, '') <> ALL({OfTheAccount}) AS own,
                extract(epoch FROM ended_at - started_at)::double precision AS took
            FROM attempts
            WHERE started_at > now() - interval '24 hours' AND ended_at IS NOT NULL AND provider <> 'studio'
                AND (outcome = 'SUCCEEDED' OR (outcome IN ('FAILED', 'UNKNOWN') AND coalesce(error_class, '') <> ALL({OfTheUser}))))
        SELECT provider, model, (count(*) FILTER (WHERE good))::int AS succeeded, (count(*) FILTER (WHERE NOT good))::int AS failed,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY took) FILTER (WHERE good) AS p50,
            percentile_cont(0.95) WITHIN GROUP (ORDER BY took) FILTER (WHERE good) AS p95,
            max(ended_at) FILTER (WHERE good) AS last_success_at, max(ended_at) FILTER (WHERE own) AS last_error_at,
            (array_agg(error_code ORDER BY ended_at DESC) FILTER (WHERE own))[1] AS last_error_code,
            (array_agg(error ORDER BY ended_at DESC) FILTER (WHERE own))[1] AS last_error
        FROM judged GROUP BY provider, model
        """).ToListAsync(cancellationToken);

    private static string[] Names(BreakerScope? opens) =>
        [.. Enum.GetValues<FailureClass>().Where(failure => FailurePolicy.For(failure).Opens == opens).Select(failure => failure.Word())];
}
