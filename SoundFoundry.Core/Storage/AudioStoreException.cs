namespace SoundFoundry.Core.Storage;

/// <summary>The store cannot do its work: full, refused, unreachable, or open to the public.</summary>
/// <remarks>The message tells the operator what to do.</remarks>
public sealed class AudioStoreException(string message, Exception? inner = null) : IOException(message, inner);
