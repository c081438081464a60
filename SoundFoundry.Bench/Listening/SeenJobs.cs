using System.Collections.Concurrent;
using System.Text.Json;

namespace SoundFoundry.Bench.Listening;

/// <summary>What a listener was told of each job, and whether it ever went back.</summary>
internal sealed class SeenJobs
{
    private static readonly string[] Final = ["COMPLETE", "FAILED", "CANCELED"];

    private readonly ConcurrentDictionary<long, (long Version, string Status)> _last = new();

    public long Events { get; private set; }

    public ConcurrentBag<string> StepsBack { get; } = [];

    public void Note(string json)
    {
        var job = JsonElement.Parse(json);
        var (id, version, status) = (job.GetProperty("id").GetInt64(), job.GetProperty("version").GetInt64(), job.GetProperty("status").GetString()!);
        Events++;
        if (_last.TryGetValue(id, out var last))
        {
            if (version < last.Version) StepsBack.Add($"job {id}: version {version} after {last.Version}");
            if (Final.Contains(last.Status) && status != last.Status) StepsBack.Add($"job {id}: {status} after {last.Status}");
        }

        _last[id] = (version, status);
    }

    public string Last(long jobId) =>
        _last.TryGetValue(jobId, out var last) ? $"{last.Status} at version {last.Version}" : "nothing";

    public bool HasEnded(long jobId) => _last.TryGetValue(jobId, out var last) && Final.Contains(last.Status);
}
