namespace SoundFoundry.Web.Shares;

/// <summary>A link under which one track can be heard without login.</summary>
/// <param name="ShowPrompt">Whether its page tells what was asked for, too.</param>
public sealed record Share(long Id, long TrackId, string Token, bool ShowPrompt, DateTimeOffset CreatedAt, long Plays);
