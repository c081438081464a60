namespace SoundFoundry.AppHost.Embedded;

/// <summary>Something the operator can put right: its message is the one line that says what to do.</summary>
internal sealed class EngineProblem(string message) : Exception(message);
