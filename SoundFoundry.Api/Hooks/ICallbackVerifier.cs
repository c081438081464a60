namespace SoundFoundry.Api.Hooks;

/// <summary>Tells whether a call really comes from a provider, by the provider's own signature and clock.</summary>
internal interface ICallbackVerifier
{
    /// <summary>The name in the address and in routes.</summary>
    string Provider { get; }

    /// <returns>What is known of the call; null if it is not theirs, too old, or not readable.</returns>
    Task<VerifiedCallback?> VerifyAsync(IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}

/// <param name="DeliveryId">The same for every delivery of the same call.</param>
/// <param name="RequestId">The provider's own id of the work.</param>
internal sealed record VerifiedCallback(string DeliveryId, string RequestId);
