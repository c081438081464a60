using SoundFoundry.Bench.Listening;
using SoundFoundry.Bench.Orders;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>What customers and listeners were told, against the rows.</summary>
internal static class CustomerCheck
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(
        RunningSystem system, Customers customers, EventListener listener, CancellationToken cancellationToken)
    {
        var jobs = (await system.Database.ListAsync("SELECT id, version, status FROM jobs", row => (Id: row.GetInt64(0), State: $"{row.GetString(2)} at version {row.GetInt64(1)}"), cancellationToken))
            .ToDictionary(job => job.Id, job => job.State);
        var accepted = customers.Accepted.Values;
        return
        [
            new Finding("every accepted job exists", accepted.Count,
                [.. accepted.Where(order => !jobs.ContainsKey(order.JobId)).Select(order => $"job {order.JobId} of order {order.Order.Number} is lost")]),
            new Finding("no customer was refused", accepted.Count + customers.Refusals.Count, [.. customers.Refusals]),
            new Finding("no event goes back", listener.Seen.Events, [.. listener.Seen.StepsBack]),
            new Finding("the listener heard how every job ended", jobs.Count,
                [.. jobs.Where(job => !listener.Seen.HasEnded(job.Key)).OrderBy(job => job.Key)
                    .Select(job => $"job {job.Key}: {job.Value}, heard of {listener.Seen.Last(job.Key)}")]),
        ];
    }
}
