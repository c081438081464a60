namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>What a tempo word means, in beats per minute.</summary>
internal readonly record struct TempoRange(int Slowest, int Fastest);
