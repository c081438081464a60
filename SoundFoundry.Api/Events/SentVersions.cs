using SoundFoundry.Api.Jobs;

namespace SoundFoundry.Api.Events;

/// <summary>What one listener has seen, so that reading a little too much sends nothing twice.</summary>
internal sealed class SentVersions(long since)
{
    private readonly Dictionary<long, (long Version, int? Place, bool Paused)> _sent = [];

    /// <summary>The version up to which every change was read.</summary>
    public long Highest { get; private set; } = since;

    public void Reach(long version) => Highest = Math.Max(Highest, version);

    public bool IsNews(JobRow row)
    {
        var state = (row.Job.Version, row.Place, row.Paused);
        if (_sent.TryGetValue(row.Job.Id, out var seen) && (seen == state || seen.Version > row.Job.Version)) return false;
        _sent[row.Job.Id] = state;
        return true;
    }
}
