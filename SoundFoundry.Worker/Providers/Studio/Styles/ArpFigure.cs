using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal enum ArpFigure
{
    None,
    Up,
    Down,
    UpDown,
    Broken,
    Rolling,
    Sparse,
}
