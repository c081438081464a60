namespace SoundFoundry.Core.Jobs;

/// <summary>How to ask a provider about work it took: its id, and the addresses it gave with it.</summary>
public sealed record RemoteHandle(string RequestId, Uri StatusUrl, Uri ResultUrl, Uri CancelUrl);
