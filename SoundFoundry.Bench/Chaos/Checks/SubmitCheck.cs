using Npgsql;
using SoundFoundry.Bench.Chaos.Orders;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>What the providers counted, against what we wrote down.</summary>
internal static class SubmitCheck
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(
        NpgsqlDataSource database, SimulatorControl simulator, CancellationToken cancellationToken)
    {
        var recorded = await RecordedAsync(database, cancellationToken);
        var seen = await simulator.SubmitsAsync(cancellationToken);
        var ofOrders = seen.ToLookup(submit => (Order: OrderMark.Find(submit.Input.GetRawText()) ?? 0, submit.Provider));
        return
        [
            new Finding("every submit that reached a provider belongs to an order", seen.Count,
                [.. seen.Where(submit => OrderMark.Find(submit.Input.GetRawText()) is null).Select(submit => submit.Input.GetRawText())]),
            new Finding("no provider saw more submits than were recorded before they were sent", ofOrders.Count,
                [.. ofOrders.Where(order => order.Count() > recorded.GetValueOrDefault(order.Key).Submits)
                    .Select(order => $"order {order.Key}: {order.Count()} seen, {recorded.GetValueOrDefault(order.Key).Submits} recorded")]),
            new Finding("no provider took the work of one job twice", ofOrders.Count,
                [.. ofOrders.Where(order => order.Count(submit => submit.WasTaken) > 1)
                    .Select(order => $"order {order.Key}: taken {order.Count(submit => submit.WasTaken)} times")]),
            PaidTwice(seen, recorded),
        ];
    }

    /// <summary>Two providers may have taken one job: then the first must have refused later, or stand in the list of lost answers.</summary>
    private static Finding PaidTwice(List<SeenSubmit> seen, Dictionary<(int Order, string Provider), Recorded> recorded)
    {
        var twice = seen.Where(submit => submit.WasTaken).GroupBy(submit => OrderMark.Find(submit.Input.GetRawText()) ?? 0)
            .Where(order => order.Select(submit => submit.Provider).Distinct().Count() > 1).ToList();
        var broken = twice.Where(order => !order.Any(submit => recorded.GetValueOrDefault((order.Key, submit.Provider)).IsExplained));
        return new Finding("no render was paid twice but for listed lost answers and failed work", twice.Count,
            [.. broken.Select(order => $"order {order.Key}: taken by {string.Join(" and ", order.Select(submit => submit.Provider))}")]);
    }

    private static async Task<Dictionary<(int Order, string Provider), Recorded>> RecordedAsync(
        NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var rows = await database.ListAsync(
            """
            SELECT prompt, attempts.provider, sum(submits)::int, bool_or(lost_at IS NOT NULL OR outcome IN ('FAILED', 'UNKNOWN') OR reconciled_at IS NOT NULL)
            FROM attempts JOIN jobs ON jobs.id = job_id JOIN tracks ON tracks.id = track_id GROUP BY prompt, attempts.provider
            """,
            row => (Order: OrderMark.Find(row.GetString(0)) ?? 0, Provider: row.GetString(1), Submits: row.GetInt32(2), IsExplained: row.GetBoolean(3)),
            cancellationToken);
        return rows.ToDictionary(row => (row.Order, row.Provider), row => new Recorded(row.Submits, row.IsExplained));
    }

    private readonly record struct Recorded(int Submits, bool IsExplained);
}
