using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Webhooks;

/// <summary>What one vendor announces, and how it signs.</summary>
internal interface IWebhookAuthor
{
    Provider Provider { get; }

    /// <summary>What is to be said now that a render stands where it does.</summary>
    /// <param name="before">Where it stood when this was last asked; null the first time.</param>
    IEnumerable<WebhookLetter> Due(Render render, RenderMoment? before, RenderMoment now);

    /// <summary>The headers that prove where a letter comes from.</summary>
    /// <param name="sentAt">The receiver's time: it is its tolerance that counts, and its clock is not simulated.</param>
    IEnumerable<KeyValuePair<string, string>> Sign(WebhookLetter letter, DateTimeOffset sentAt);
}
