using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

/// <summary>What is usual in a genre; moods and the prompt's own words bend it. Amounts run from 0 to 100.</summary>
internal sealed record Genre(string Name, int Slowest, int Fastest)
{
    public IReadOnlyList<Mode> Modes { get; init; } = [Mode.Major, Mode.Minor];

    public Metre Metre { get; init; } = Metre.FourFour;

    public int Energy { get; init; } = 50;

    public int Density { get; init; } = 50;

    public int Brightness { get; init; } = 50;

    public int Swing { get; init; }

    public int Space { get; init; } = 40;

    public bool Pump { get; init; }

    public bool Dust { get; init; }

    public int BarsPerChord { get; init; } = 1;

    public Colour Colour { get; init; } = Colour.Triads;

    public Groove Groove { get; init; } = Groove.Pop;

    public DrumKit Kit { get; init; } = DrumKit.Acoustic;

    public BassFigure Bass { get; init; } = BassFigure.RootFifth;

    public CompFigure Comp { get; init; } = CompFigure.Sustain;

    public ArpFigure Arp { get; init; } = ArpFigure.None;

    public IReadOnlyList<Instrument> Pads { get; init; } = [];

    public IReadOnlyList<Instrument> Comps { get; init; } = [];

    public IReadOnlyList<Instrument> Arps { get; init; } = [];

    public IReadOnlyList<Instrument> Basses { get; init; } = [];

    public IReadOnlyList<Instrument> Leads { get; init; } = [];
}
