namespace SoundFoundry.Web.Create;

/// <param name="Possible">False where who would make it can't.</param>
public sealed record Choice(string Value, string Text, bool Possible = true);
