namespace SoundFoundry.Simulator.Webhooks;

/// <summary>One message to a receiver; its id stays the same when it is sent again.</summary>
internal sealed record WebhookLetter(string Id, byte[] Body);
