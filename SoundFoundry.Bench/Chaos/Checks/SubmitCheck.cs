using Npgsql;
using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>What the providers counted, against what we wrote down.</summary>
internal static class SubmitCheck
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(
        NpgsqlDataSource database, SimulatorControl simulator, CancellationToken cancellationToken)
    {
        var attempts = await WrittenAttempt.ReadAsync(database, cancellationToken);
        var ofOrder = attempts.ToLookup(attempt => (attempt.Order, attempt.Provider));
        var byRequest = attempts.Where(attempt => attempt.RequestId is not null).ToDictionary(attempt => (attempt.Provider, attempt.RequestId!));
        var seen = await simulator.SubmitsAsync(cancellationToken);
        var submits = seen.Where(submit => submit.Order is not null).ToLookup(submit => (Order: submit.Order!.Value, submit.Provider));
        WrittenAttempt? Of(SeenSubmit submit) => byRequest.GetValueOrDefault((submit.Provider, submit.RequestId ?? ""));
        bool MayCount(SeenSubmit submit) => submit.WasTaken && Of(submit) is not { Outcome: "FAILED" };
        return
        [
            new Finding("every submit that reached a provider belongs to an order", seen.Count,
                [.. seen.Where(submit => submit.Order is null).Select(submit => submit.Input.GetRawText())]),
            new Finding("no provider saw more submits than were recorded before they were sent", submits.Count,
                [.. submits.Where(order => order.Count() > ofOrder[order.Key].Sum(attempt => attempt.Submits))
                    .Select(order => $"order {order.Key}: {order.Count()} seen, {ofOrder[order.Key].Sum(attempt => attempt.Submits)} recorded")]),
            new Finding("no provider works for one job twice, unless it said itself that the first failed", submits.Count,
                [.. submits.Where(order => order.Count(MayCount) > 1).Select(order => $"order {order.Key}: {order.Count(MayCount)} times")]),
            new Finding("every render at a provider is known, or listed as a submit of unknown outcome", seen.Count(submit => submit.WasTaken),
                [.. submits.Where(order => order.Count(submit => submit.WasTaken && Of(submit) is null)
                        > ofOrder[order.Key].Count(attempt => attempt is { RequestId: null, Outcome: "UNKNOWN" }))
                    .Select(order => $"order {order.Key}")]),
            new Finding("no job was rendered and used twice", attempts.Select(attempt => attempt.Order).Distinct().Count(),
                [.. attempts.Where(attempt => attempt is { Outcome: "SUCCEEDED", IsReconciled: false }).CountBy(attempt => attempt.Order)
                    .Where(order => order.Value > 1).Select(order => $"order {order.Key}: {order.Value} times")]),
        ];
    }
}
