namespace SoundFoundry.Tests.Servers;

/// <summary>Tests that watch the whole process, such as its memory, run while no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
