namespace SoundFoundry.Worker.Providers.Studio.Forms;

internal enum SectionKind
{
    Intro,
    Verse,
    Chorus,
    Bridge,
    Break,
    Outro,
    Ending,
}
