using SoundFoundry.Worker.Providers.Studio.Music;
using static SoundFoundry.Worker.Providers.Studio.Music.Instrument;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal static class ElectronicGenres
{
    public static readonly IReadOnlyList<Genre> All =
    [
        new("techno", 126, 138)
        {
            Modes = [Mode.Minor, Mode.Phrygian, Mode.Minor, Mode.Dorian], Energy = 85, Density = 70, Brightness = 58, Space = 35, Pump = true,
            BarsPerChord = 2, Colour = Colour.Open, Groove = Groove.Techno, Kit = DrumKit.Electronic, Bass = BassFigure.Rolling,
            Comp = CompFigure.Stabs, Arp = ArpFigure.Rolling, Pads = [WarmPad], Comps = [SynthPluck], Arps = [SynthPluck],
            Basses = [AcidBass, SynthBass], Leads = [SawLead, SynthPluck],
        },
        new("house", 118, 126)
        {
            Modes = [Mode.Minor, Mode.Dorian, Mode.Major], Energy = 72, Density = 60, Brightness = 55, Space = 35, Pump = true, Swing = 8,
            Colour = Colour.Sevenths, Groove = Groove.House, Kit = DrumKit.Electronic, Bass = BassFigure.Offbeat,
            Comp = CompFigure.Stabs, Pads = [WarmPad], Comps = [Piano, Organ, ElectricPiano], Basses = [SynthBass],
            Leads = [SoftLead, SynthPluck],
        },
        new("trance", 132, 140)
        {
            Modes = [Mode.Minor, Mode.Minor, Mode.Dorian], Energy = 85, Density = 75, Brightness = 66, Space = 55, Pump = true,
            Groove = Groove.Trance, Kit = DrumKit.Electronic, Bass = BassFigure.Offbeat, Comp = CompFigure.None, Arp = ArpFigure.UpDown,
            Pads = [Strings, WarmPad], Arps = [SynthPluck], Basses = [SynthBass], Leads = [SawLead],
        },
        new("dance", 122, 130)
        {
            Modes = [Mode.Minor, Mode.Major], Energy = 80, Density = 65, Brightness = 62, Space = 40, Pump = true, Groove = Groove.House,
            Kit = DrumKit.Electronic, Bass = BassFigure.Offbeat, Comp = CompFigure.Stabs, Arp = ArpFigure.UpDown, Pads = [WarmPad],
            Comps = [SynthPluck, Piano], Arps = [SynthPluck], Basses = [SynthBass], Leads = [SawLead, SoftLead],
        },
        new("drum and bass", 170, 176)
        {
            Modes = [Mode.Minor, Mode.Dorian], Energy = 85, Density = 65, Brightness = 55, Space = 45, BarsPerChord = 2,
            Colour = Colour.Ninths, Groove = Groove.Breakbeat, Kit = DrumKit.Electronic, Bass = BassFigure.Syncopated,
            Comp = CompFigure.None, Arp = ArpFigure.Rolling, Pads = [WarmPad, GlassPad], Arps = [Bells, SynthPluck], Basses = [SynthBass],
            Leads = [SoftLead, SawLead],
        },
        new("dubstep", 140, 142)
        {
            Modes = [Mode.Minor, Mode.Phrygian], Energy = 80, Density = 50, Brightness = 55, Space = 40, BarsPerChord = 2,
            Colour = Colour.Open, Groove = Groove.Dubstep, Kit = DrumKit.Electronic, Bass = BassFigure.Syncopated, Comp = CompFigure.None,
            Arp = ArpFigure.Rolling, Pads = [WarmPad], Arps = [SynthPluck], Basses = [AcidBass], Leads = [SawLead],
        },
        new("synthwave", 84, 112)
        {
            Modes = [Mode.Minor, Mode.Minor, Mode.Dorian], Energy = 65, Density = 60, Brightness = 58, Space = 55, Pump = true,
            Groove = Groove.Synthwave, Kit = DrumKit.Electronic, Bass = BassFigure.Eighths, Comp = CompFigure.None,
            Arp = ArpFigure.UpDown, Pads = [WarmPad, Strings], Arps = [SynthPluck], Basses = [SynthBass], Leads = [SawLead, SoftLead],
        },
        new("chiptune", 124, 160)
        {
            Modes = [Mode.Major, Mode.Minor, Mode.Mixolydian], Energy = 70, Density = 75, Brightness = 70, Space = 15,
            Groove = Groove.Rock, Kit = DrumKit.Electronic, Bass = BassFigure.Octaves, Comp = CompFigure.None, Arp = ArpFigure.Rolling,
            Arps = [ChipLead], Basses = [ChipLead], Leads = [ChipLead],
        },
        new("downtempo", 80, 98)
        {
            Modes = [Mode.Minor, Mode.Dorian], Energy = 38, Density = 42, Brightness = 42, Space = 60, Swing = 10, BarsPerChord = 2,
            Colour = Colour.Ninths, Groove = Groove.BoomBap, Kit = DrumKit.Deep, Bass = BassFigure.Syncopated, Comp = CompFigure.Sustain,
            Arp = ArpFigure.Sparse, Pads = [WarmPad, GlassPad], Comps = [ElectricPiano], Arps = [Kalimba, Vibraphone],
            Basses = [SubBass, SynthBass], Leads = [SoftLead, Flute],
        },
        new("lo-fi", 70, 86)
        {
            Modes = [Mode.Major, Mode.Dorian, Mode.Minor], Energy = 30, Density = 40, Brightness = 28, Space = 35, Swing = 22, Dust = true,
            Colour = Colour.Ninths, Groove = Groove.BoomBap, Kit = DrumKit.Deep, Bass = BassFigure.Sparse, Comp = CompFigure.Ballad,
            Pads = [WarmPad], Comps = [ElectricPiano, Piano], Basses = [UprightBass, SubBass], Leads = [Vibraphone, Guitar, Piano],
        },
        new("hip hop", 82, 98)
        {
            Modes = [Mode.Minor, Mode.Dorian], Energy = 55, Density = 45, Brightness = 42, Space = 25, Swing = 16, Colour = Colour.Sevenths,
            Groove = Groove.BoomBap, Kit = DrumKit.Deep, Bass = BassFigure.Syncopated, Comp = CompFigure.Ballad, Pads = [Strings],
            Comps = [Piano, ElectricPiano], Basses = [SubBass, ElectricBass], Leads = [Bells, Flute, SoftLead],
        },
        new("trap", 132, 150)
        {
            Modes = [Mode.Minor, Mode.Phrygian], Energy = 65, Density = 40, Brightness = 48, Space = 40, Groove = Groove.Trap,
            Kit = DrumKit.Deep, Bass = BassFigure.Sparse, Comp = CompFigure.None, Arp = ArpFigure.Sparse, Pads = [WarmPad, Strings],
            Arps = [Bells, Piano], Basses = [SubBass], Leads = [Bells, Flute],
        },
    ];
}
