namespace SoundFoundry.Worker.Providers.Studio.Arranging;

internal enum BassTone
{
    Root,
    Third,
    Fifth,
    Octave,
    Approach,
}
