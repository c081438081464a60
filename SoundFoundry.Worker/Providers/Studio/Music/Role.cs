namespace SoundFoundry.Worker.Providers.Studio.Music;

internal enum Role
{
    Pad,
    Comp,
    Arpeggio,
    Bass,
    Lead,
    Choir,
    Drums,
}
