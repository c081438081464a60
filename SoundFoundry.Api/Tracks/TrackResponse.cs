using SoundFoundry.Api.LateResults;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

/// <summary>A track and how its current job stands.</summary>
/// <param name="FileUrl">A signed link that expires; null until there is audio.</param>
/// <param name="AskedProvider">What the user insisted on; null if the choice was left to us.</param>
/// <param name="MeasuredDurationS">What the audio really lasts, in seconds.</param>
/// <param name="Key">The key it is heard in, such as <c>A minor</c>; null until there is audio, or if it is in none.</param>
/// <param name="Formats">What its audio can be had as: what is stored, at once, and after it what the workers can make.</param>
/// <param name="CostCredits">Null until the job ended.</param>
/// <param name="Shared">Whether there is a link under which anybody can hear it.</param>
/// <param name="Late">What providers finished after its jobs had ended, and what can still be taken.</param>
public sealed record TrackResponse(
    long Id,
    long JobId,
    string? Title,
    string Prompt,
    IReadOnlyList<string> Tags,
    string? Lyrics,
    string? NegativePrompt,
    double DurationS,
    bool HasVocals,
    double StyleStrength,
    long Seed,
    string Status,
    string? FileUrl,
    string? Provider,
    string? Model,
    string? AskedProvider,
    string? AskedModel,
    double? MeasuredDurationS,
    string? Key,
    IReadOnlyList<string> Formats,
    int? CostCredits,
    int Attempts,
    bool Favorite,
    bool Shared,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? DeletedAt,
    IReadOnlyList<LateOffer> Late)
{
    internal static TrackResponse From(TrackQueries.TrackRow row, string? fileUrl, IReadOnlySet<RenditionKind> makeable) =>
        From(row.Track, row.Job, row, fileUrl, makeable);

    private static TrackResponse From(
        Track track, Job job, TrackQueries.TrackRow row, string? fileUrl, IReadOnlySet<RenditionKind> makeable) => new(
        track.Id, job.Id, track.Title, track.Prompt, track.Tags, track.Lyrics, track.NegativePrompt, track.DurationSeconds, track.HasVocals,
        track.StyleStrength, track.Seed, job.Status.Name(), fileUrl, job.Provider, job.Model, job.RequestedProvider, job.RequestedModel,
        job.Artifact?.DurationSeconds, job.Artifact?.MusicalKey, TrackFormats.Of(job.Artifact, makeable), job.ChargedCredits,
        job.Attempt, track.Favorite, row.Shared, track.CreatedAt, job.CompletedAt, track.DeletedAt, row.Late);
}

/// <param name="NextCursor">Give it back to get the next page; null on the last.</param>
public sealed record TrackPage(IReadOnlyList<TrackResponse> Tracks, string? NextCursor);
