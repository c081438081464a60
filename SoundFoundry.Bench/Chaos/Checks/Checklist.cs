using SoundFoundry.Bench.Chaos.Faults;
using SoundFoundry.Bench.Listening;

namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>Every promise, examined after the storm.</summary>
internal static class Checklist
{
    public static async Task<List<Finding>> ExamineAsync(
        Scene scene, Storm storm, EventListener listener, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>(await CustomerCheck.ExamineAsync(scene.System, scene.Customers, listener, cancellationToken));
        foreach (var promise in RowPromises.All) findings.Add(await promise.ExamineAsync(scene.Database, cancellationToken));
        findings.AddRange(await SubmitCheck.ExamineAsync(scene.Database, scene.Simulator, cancellationToken));
        findings.AddRange(await ObjectCheck.ExamineAsync(scene.System, cancellationToken));
        var (entries, pending) = await scene.Lanes.CountAsync();
        findings.Add(new Finding(
            "no entry is left on a stream", entries + pending, entries + pending == 0 ? [] : [$"{entries} entries, {pending} pending"]));
        findings.Add(new Finding("no process ended by itself", scene.System.Workers.Count + scene.System.Apis.Count, storm.Deaths));
        findings.Add(new Finding(
            "every kill point was hit", storm.Hits.Values.Sum(), [.. storm.Hits.Where(hit => hit.Value == 0).Select(hit => hit.Key)]));
        return findings;
    }
}
