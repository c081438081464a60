namespace SoundFoundry.Web.Shares;

internal sealed record NewShare(bool ShowPrompt);
