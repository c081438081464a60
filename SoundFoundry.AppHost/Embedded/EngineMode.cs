namespace SoundFoundry.AppHost.Embedded;

/// <summary>What the program was started for. This engine runs the system; it publishes nothing.</summary>
internal sealed record EngineMode(bool IsPublishMode);
