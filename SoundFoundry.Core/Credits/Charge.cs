using SoundFoundry.Core.Models;

namespace SoundFoundry.Core.Credits;

/// <summary>What a user pays for a render.</summary>
public static class Charge
{
    /// <summary>What the model that made it costs, and never more than was quoted for the first choice.</summary>
    public static int Of(int quote, MusicModel model, double durationSeconds) => Math.Min(quote, model.Price.CreditsFor(durationSeconds));
}
