namespace SoundFoundry.Api.Shares;

/// <summary>A track as everybody who has its link may know it.</summary>
/// <param name="DurationS">What the audio really lasts, in seconds.</param>
/// <param name="Prompt">Null unless its owner shows it; so are the lyrics.</param>
public sealed record SharedTrack(
    string Title, double DurationS, string? Provider, string? Model, DateTimeOffset CreatedAt, string? Prompt, string? Lyrics)
{
    internal static SharedTrack From(OpenShare open) => new(
        SharedTitle.Of(open.Track, open.Share.ShowPrompt), open.Job.Artifact!.DurationSeconds, open.Job.Provider, open.Job.Model, open.Track.CreatedAt,
        open.Share.ShowPrompt ? open.Track.Prompt : null, open.Share.ShowPrompt ? open.Track.Lyrics : null);
}
