namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <param name="Start">Ticks from the motif's beginning.</param>
/// <param name="Step">Scale steps from the note before.</param>
internal readonly record struct MotifNote(int Start, int Length, int Step);
