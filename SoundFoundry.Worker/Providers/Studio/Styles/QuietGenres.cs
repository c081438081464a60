using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;
using SoundFoundry.Worker.Providers.Studio.Music;
using static SoundFoundry.Worker.Providers.Studio.Music.Instrument;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal static class QuietGenres
{
    public static readonly IReadOnlyList<Genre> All =
    [
        new("ambient", 56, 76)
        {
            Modes = [Mode.Major, Mode.Lydian, Mode.Dorian, Mode.Minor], Energy = 12, Density = 20, Brightness = 32, Space = 85,
            BarsPerChord = 2, Colour = Colour.Ninths, Groove = Groove.None, Bass = BassFigure.Hold, Comp = CompFigure.None,
            Arp = ArpFigure.Sparse, Pads = [WarmPad, GlassPad, Strings], Arps = [Bells, Kalimba, Harp, ElectricPiano],
            Basses = [SubBass], Leads = [SoftLead, Flute],
        },
        new("drone", 50, 60)
        {
            Modes = [Mode.Dorian, Mode.Minor, Mode.Phrygian], Energy = 10, Density = 8, Brightness = 25, Space = 95, BarsPerChord = 4,
            Colour = Colour.Open, Groove = Groove.None, Bass = BassFigure.Hold, Comp = CompFigure.None, Pads = [WarmPad, Strings],
            Basses = [SubBass], Leads = [SoftLead],
        },
        new("meditation", 50, 66)
        {
            Modes = [Mode.Major, Mode.Lydian, Mode.Mixolydian], Energy = 8, Density = 15, Brightness = 28, Space = 90, BarsPerChord = 2,
            Colour = Colour.Open, Groove = Groove.None, Bass = BassFigure.Hold, Comp = CompFigure.None, Arp = ArpFigure.Sparse,
            Pads = [WarmPad, GlassPad], Arps = [Bells, Harp, Vibraphone], Basses = [SubBass], Leads = [Flute],
        },
        new("lullaby", 64, 80)
        {
            Modes = [Mode.Major], Metre = Metre.ThreeFour, Energy = 15, Density = 35, Brightness = 40, Space = 60, Groove = Groove.None,
            Bass = BassFigure.Hold, Comp = CompFigure.None, Arp = ArpFigure.Broken, Pads = [WarmPad, Strings], Arps = [MusicBox, Harp],
            Basses = [UprightBass], Leads = [MusicBox, Flute],
        },
        new("classical", 84, 116)
        {
            Energy = 40, Density = 50, Brightness = 45, Space = 55, Groove = Groove.None, Bass = BassFigure.RootFifth,
            Comp = CompFigure.None, Arp = ArpFigure.Broken, Pads = [Strings], Arps = [Piano, Harp, Harpsichord], Basses = [Cello],
            Leads = [Violin, Flute, Piano, Clarinet],
        },
        new("piano", 66, 96)
        {
            Energy = 28, Density = 45, Brightness = 42, Space = 55, Colour = Colour.Ninths, Groove = Groove.None, Bass = BassFigure.Hold,
            Comp = CompFigure.None, Arp = ArpFigure.Broken, Pads = [WarmPad], Arps = [Piano], Basses = [Piano], Leads = [Piano],
        },
        new("waltz", 96, 150)
        {
            Metre = Metre.ThreeFour, Energy = 42, Density = 45, Brightness = 48, Space = 45, Groove = Groove.None, Bass = BassFigure.Waltz,
            Comp = CompFigure.Offbeat, Pads = [Strings], Comps = [Piano, Accordion], Basses = [UprightBass],
            Leads = [Violin, Accordion, Clarinet],
        },
        new("cinematic", 72, 104)
        {
            Modes = [Mode.Minor, Mode.Dorian, Mode.Minor, Mode.Major], Energy = 65, Density = 50, Brightness = 48, Space = 70,
            Colour = Colour.Open, Groove = Groove.Cinematic, Kit = DrumKit.Orchestral, Bass = BassFigure.Hold, Comp = CompFigure.None,
            Arp = ArpFigure.Rolling, Pads = [Strings], Arps = [Cello, Strings], Basses = [Cello], Leads = [Brass, Violin, Trumpet],
        },
        new("celtic", 96, 126)
        {
            Modes = [Mode.Dorian, Mode.Mixolydian, Mode.Major], Metre = Metre.SixEight, Energy = 48, Density = 60, Brightness = 50,
            Space = 50, Groove = Groove.Folk, Bass = BassFigure.RootFifth, Comp = CompFigure.Strum, Arp = ArpFigure.Rolling,
            Pads = [Strings], Comps = [Guitar], Arps = [Harp], Basses = [UprightBass], Leads = [Flute, Violin],
        },
        new("folk", 88, 120)
        {
            Modes = [Mode.Major, Mode.Major, Mode.Dorian, Mode.Mixolydian], Energy = 40, Density = 45, Brightness = 46, Space = 35,
            Groove = Groove.Folk, Bass = BassFigure.RootFifth, Comp = CompFigure.Strum, Arp = ArpFigure.Rolling, Comps = [Guitar],
            Arps = [Guitar], Basses = [UprightBass], Leads = [Flute, Violin, Guitar],
        },
        new("country", 96, 128)
        {
            Modes = [Mode.Major, Mode.Mixolydian], Energy = 52, Density = 50, Brightness = 52, Space = 30, Swing = 12,
            Groove = Groove.Folk, Comp = CompFigure.Strum, Arp = ArpFigure.Rolling, Comps = [Guitar], Arps = [Banjo],
            Basses = [UprightBass], Leads = [Guitar, Violin],
        },
    ];
}
