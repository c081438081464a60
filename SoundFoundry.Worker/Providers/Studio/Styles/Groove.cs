namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal enum Groove
{
    None,
    House,
    Techno,
    Trance,
    Breakbeat,
    Trap,
    BoomBap,
    Rock,
    Punk,
    Metal,
    Pop,
    Disco,
    Funk,
    Jazz,
    Bossa,
    Latin,
    Reggae,
    Folk,
    March,
    Cinematic,
    Soft,
    Synthwave,
    Dubstep,
}
