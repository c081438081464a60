using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>One track as the list shows it: what Api told last, and what the user is being told about it.</summary>
public sealed record TrackRow(Track Track, Job? Job = null)
{
    private const int TitleFromPrompt = 60;

    /// <summary>0 to 1; never falls within one job.</summary>
    public double Progress { get; private init; } = Job?.Progress ?? 0;

    public bool Deleted { get; init; }

    /// <summary>Why the last thing tried on it did not work.</summary>
    public string? Notice { get; init; }

    public JobStatus Status => Job?.Status ?? Track.Status;

    /// <summary>What can be taken now; while it is being made again nothing can.</summary>
    public IReadOnlyList<LateOffer> Late => Status.IsFinal() ? Job?.Late ?? Track.Late : [];

    public string Name => Track.Title is { Length: > 0 } title ? title : Shorten(Track.Prompt);

    /// <summary>The row after this news; the same row if the news is older than what is known.</summary>
    public TrackRow With(Job news)
    {
        if (news.Id < Track.JobId || (Job is { } known && news.Id == known.Id && news.Version < known.Version)) return this;
        var progress = news.Id == Job?.Id ? Math.Max(Progress, news.Progress) : news.Progress;
        return this with { Job = news, Track = Track with { JobId = news.Id, Status = news.Status }, Progress = progress, Notice = null };
    }

    /// <summary>The row after its user decided about a late result: what was known of the job that ended without it no longer counts.</summary>
    public TrackRow Decided(Track track) =>
        this with { Track = track, Job = Job?.Id == track.JobId ? Job with { Late = track.Late } : null, Notice = null };

    private static string Shorten(string prompt)
    {
        var line = prompt.ReplaceLineEndings(" ").Trim();
        if (line.Length <= TitleFromPrompt) return line;
        var cut = line.LastIndexOf(' ', TitleFromPrompt);
        if (cut < TitleFromPrompt / 2) cut = char.IsHighSurrogate(line[TitleFromPrompt - 1]) ? TitleFromPrompt - 1 : TitleFromPrompt;
        return $"{line[..cut]}…";
    }
}
