using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Shares;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Shares;

/// <param name="Title">As its page has it.</param>
/// <param name="Url">The page to send to others.</param>
/// <param name="Plays">How often its audio was asked for from the start.</param>
public sealed record ShareResponse(
    long Id, long TrackId, string Title, string Token, string Url, bool ShowPrompt, DateTimeOffset CreatedAt, long Plays)
{
    internal static ShareResponse From(Share share, Track track, PageLinks pages) => new(
        share.Id, share.TrackId, SharedTitle.Of(track, share.ShowPrompt), share.Token, pages.To($"s/{share.Token}").AbsoluteUri, share.ShowPrompt,
        share.CreatedAt, share.Plays);
}
