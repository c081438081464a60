using SoundFoundry.Worker.Providers.Studio.Music;
using static SoundFoundry.Worker.Providers.Studio.Music.Instrument;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal static class BandGenres
{
    public static readonly IReadOnlyList<Genre> All =
    [
        new("pop", 96, 122)
        {
            Modes = [Mode.Major, Mode.Major, Mode.Minor], Energy = 58, Density = 52, Brightness = 54, Groove = Groove.Pop,
            Bass = BassFigure.Eighths, Comp = CompFigure.Ballad, Arp = ArpFigure.Rolling, Pads = [WarmPad, Strings],
            Comps = [Piano, Guitar, ElectricPiano], Arps = [SynthPluck, Guitar], Basses = [ElectricBass], Leads = [SoftLead, SawLead, Flute],
        },
        new("rock", 108, 138)
        {
            Modes = [Mode.Minor, Mode.Mixolydian, Mode.Major, Mode.Dorian], Energy = 75, Density = 58, Brightness = 56, Space = 28,
            Groove = Groove.Rock, Bass = BassFigure.Eighths, Comp = CompFigure.Power, Comps = [DistortedGuitar], Basses = [ElectricBass],
            Leads = [SawLead, Organ], Pads = [Organ],
        },
        new("punk", 160, 190)
        {
            Modes = [Mode.Major, Mode.Mixolydian], Energy = 90, Density = 65, Brightness = 60, Space = 20, Groove = Groove.Punk,
            Bass = BassFigure.Eighths, Comp = CompFigure.Power, Comps = [DistortedGuitar], Basses = [ElectricBass], Leads = [SawLead],
        },
        new("metal", 132, 170)
        {
            Modes = [Mode.Minor, Mode.Phrygian], Energy = 95, Density = 75, Brightness = 58, Space = 25, Colour = Colour.Open,
            Groove = Groove.Metal, Bass = BassFigure.Gallop, Comp = CompFigure.Power, Comps = [DistortedGuitar], Basses = [ElectricBass],
            Leads = [SawLead], Pads = [Strings],
        },
        new("blues", 76, 112)
        {
            Modes = [Mode.Mixolydian], Energy = 48, Density = 48, Brightness = 48, Space = 30, Swing = 33, Colour = Colour.Sevenths,
            Groove = Groove.Rock, Bass = BassFigure.Walking, Comp = CompFigure.Charleston, Comps = [Organ, Piano],
            Basses = [ElectricBass, UprightBass], Leads = [Guitar, Saxophone, Piano],
        },
        new("jazz", 108, 156)
        {
            Modes = [Mode.Major, Mode.Minor, Mode.Dorian], Energy = 45, Density = 52, Brightness = 44, Space = 32, Swing = 30,
            Colour = Colour.Ninths, Groove = Groove.Jazz, Kit = DrumKit.Brushes, Bass = BassFigure.Walking, Comp = CompFigure.Charleston,
            Comps = [Piano, ElectricPiano], Basses = [UprightBass], Leads = [Saxophone, Trumpet, Vibraphone, Clarinet],
        },
        new("bossa nova", 116, 138)
        {
            Modes = [Mode.Major, Mode.Minor], Energy = 36, Density = 48, Brightness = 42, Space = 35, Colour = Colour.Ninths,
            Groove = Groove.Bossa, Kit = DrumKit.Brushes, Bass = BassFigure.RootFifth, Comp = CompFigure.Stabs, Comps = [Guitar],
            Basses = [UprightBass], Leads = [Flute, Saxophone, Vibraphone],
        },
        new("latin", 92, 112)
        {
            Modes = [Mode.Minor, Mode.Major], Energy = 68, Density = 62, Brightness = 54, Space = 30, Colour = Colour.Sevenths,
            Groove = Groove.Latin, Bass = BassFigure.Tumbao, Comp = CompFigure.Montuno, Comps = [Piano], Basses = [UprightBass],
            Leads = [Trumpet, Flute], Pads = [Brass],
        },
        new("reggae", 70, 84)
        {
            Modes = [Mode.Minor, Mode.Major, Mode.Dorian], Energy = 45, Density = 45, Brightness = 42, Space = 40, Swing = 14,
            Groove = Groove.Reggae, Bass = BassFigure.Syncopated, Comp = CompFigure.Offbeat, Comps = [Organ, Guitar],
            Basses = [ElectricBass], Leads = [SoftLead, Brass, Flute],
        },
        new("funk", 98, 114)
        {
            Modes = [Mode.Dorian, Mode.Mixolydian], Energy = 70, Density = 68, Brightness = 55, Space = 22, Swing = 8, BarsPerChord = 2,
            Colour = Colour.Ninths, Groove = Groove.Funk, Bass = BassFigure.Syncopated, Comp = CompFigure.Stabs,
            Comps = [ElectricPiano, Guitar], Basses = [ElectricBass], Leads = [Brass, Saxophone], Pads = [Organ],
        },
        new("disco", 112, 124)
        {
            Modes = [Mode.Minor, Mode.Dorian, Mode.Major], Energy = 76, Density = 65, Brightness = 58, Space = 30, Colour = Colour.Sevenths,
            Groove = Groove.Disco, Bass = BassFigure.Octaves, Comp = CompFigure.Stabs, Pads = [Strings], Comps = [Guitar, ElectricPiano],
            Basses = [ElectricBass], Leads = [Strings, Brass],
        },
        new("soul", 72, 96)
        {
            Modes = [Mode.Major, Mode.Dorian, Mode.Minor], Energy = 45, Density = 45, Brightness = 44, Swing = 14, Colour = Colour.Ninths,
            Groove = Groove.Pop, Bass = BassFigure.Syncopated, Comp = CompFigure.Ballad, Comps = [ElectricPiano, Organ],
            Basses = [ElectricBass], Leads = [Saxophone, SoftLead], Pads = [Strings],
        },
        new("march", 108, 122)
        {
            Modes = [Mode.Major], Energy = 68, Density = 52, Brightness = 56, Space = 40, Groove = Groove.March, Kit = DrumKit.Orchestral,
            Bass = BassFigure.RootFifth, Comp = CompFigure.Offbeat, Comps = [Brass], Basses = [Cello], Leads = [Trumpet, Brass, Flute],
        },
        new("ballad", 62, 78)
        {
            Energy = 32, Density = 38, Brightness = 42, Space = 55, Colour = Colour.Ninths, Groove = Groove.Soft, Bass = BassFigure.Hold,
            Comp = CompFigure.Ballad, Pads = [Strings], Comps = [Piano], Basses = [ElectricBass], Leads = [Violin, SoftLead, Saxophone],
        },
        new("easy listening", 88, 112)
        {
            Energy = 45, Density = 45, Brightness = 48, Groove = Groove.Soft, Bass = BassFigure.RootFifth, Comp = CompFigure.Ballad,
            Arp = ArpFigure.Rolling, Pads = [WarmPad, Strings], Comps = [Piano, ElectricPiano, Guitar], Arps = [Kalimba, Harp, Marimba],
            Basses = [ElectricBass, UprightBass], Leads = [Flute, SoftLead, Vibraphone],
        },
    ];
}
