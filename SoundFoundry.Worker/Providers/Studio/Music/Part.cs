namespace SoundFoundry.Worker.Providers.Studio.Music;

/// <summary>What one instrument plays, in order of time.</summary>
internal sealed record Part(Role Role, Instrument Instrument, IReadOnlyList<Note> Notes);
