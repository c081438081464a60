namespace SoundFoundry.Bench.Orders;

/// <summary>The promise a customer got: from here on the job must end.</summary>
/// <param name="Asks">How often it was asked for until an answer arrived.</param>
internal sealed record Acceptance(Order Order, long JobId, int Asks);
