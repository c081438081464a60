using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

/// <summary>What came of making or changing a webhook.</summary>
internal abstract record Keeping
{
    private Keeping()
    {
    }

    public sealed record Kept(Webhook Webhook) : Keeping;

    /// <param name="Reason">For its owner.</param>
    public sealed record BadAddress(string Reason) : Keeping;

    public sealed record TooMany : Keeping;

    public sealed record NotFound : Keeping;
}
