namespace SoundFoundry.Api.Shares;

public sealed record NewShare
{
    /// <summary>Whether prompt and lyrics are told as well.</summary>
    public bool ShowPrompt { get; init; }
}
