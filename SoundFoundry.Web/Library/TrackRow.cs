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

    public string Name => Track.Title is { Length: > 0 } title ? title : Shorten(Track.Prompt);

    /// <summary>The row after this news; the same row if the news is older than what is known.</summary>
    public TrackRow With(Job news)
    {
        if (news.Id < Track.JobId || (Job is { } known && news.Id == known.Id && news.Version < known.Version)) return this;
        var progress = news.Id == Job?.Id ? Math.Max(Progress, news.Progress) : news.Progress;
        return this with { Job = news, Track = Track with { JobId = news.Id, Status = news.Status }, Progress = progress, Notice = null };
    }

    private static string Shorten(string prompt)
    {
        var line = prompt.ReplaceLineEndings(" ").Trim();
        if (line.Length <= TitleFromPrompt) return line;
        var cut = line.LastIndexOf(' ', TitleFromPrompt);
        if (cut < TitleFromPrompt / 2) cut = char.IsHighSurrogate(line[TitleFromPrompt - 1]) ? TitleFromPrompt - 1 : TitleFromPrompt;
        return $"{line[..cut]}…";
    }
}
