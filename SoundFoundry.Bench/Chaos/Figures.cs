using System.Globalization;
using SoundFoundry.Bench.Chaos.Faults;
using SoundFoundry.Bench.Listening;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos;

/// <summary>What happened, in numbers that promise nothing.</summary>
internal static class Figures
{
    private static readonly Dictionary<string, string> Queries = new()
    {
        ["jobs by end"] = "SELECT string_agg(format('%s %s', n, s), ', ') FROM (SELECT status s, count(*) n FROM jobs GROUP BY 1 ORDER BY 1) x",
        ["reasons of failure"] =
            "SELECT string_agg(format('%s %s', n, c), ', ') FROM (SELECT error_code c, count(*) n FROM jobs WHERE status = 'FAILED' GROUP BY 1 ORDER BY 1) x",
        ["jobs claimed more than once"] = "SELECT count(*)::text FROM jobs WHERE fence > 1",
        ["attempts by outcome"] =
            "SELECT string_agg(format('%s %s', n, o), ', ') FROM (SELECT outcome o, count(*) n FROM attempts GROUP BY 1 ORDER BY 1) x",
        ["calls from providers"] = "SELECT count(*)::text FROM provider_callbacks",
        ["answers lost"] =
            """
            SELECT string_agg(format('%s at %s (%s known since, %s not)', n, p, k, n - k), ', ') FROM (
                SELECT provider p, count(*) n, count(*) FILTER (WHERE reconciled_at IS NOT NULL OR request_id IS NOT NULL) k
                FROM attempts WHERE lost_at IS NOT NULL GROUP BY 1 ORDER BY 1) x
            """,
        ["still unknown"] =
            """
            SELECT string_agg(format('job %s attempt %s at %s/%s', job_id, number, provider, model), '; ' ORDER BY id)
            FROM attempts WHERE outcome = 'UNKNOWN' AND reconciled_at IS NULL
            """,
    };

    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        Scene scene, EventListener listener, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<string, string>();
        foreach (var (name, query) in Queries) figures[name] = await scene.Database.ValueAsync<string>(query, cancellationToken) ?? "none";
        var accepted = scene.Customers.Accepted.Values;
        figures["orders asked for more than once"] = accepted.Count(order => order.Asks > 1).ToString(CultureInfo.InvariantCulture);
        figures["events heard"] = string.Create(CultureInfo.InvariantCulture, $"{listener.Seen.Events}, {listener.Reconnects} reconnects");
        return figures;
    }
}
