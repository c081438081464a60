using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>The instruments people name, each played by the nearest one we have.</summary>
internal static class InstrumentWords
{
    private static readonly (Instrument Instrument, string Words)[] Names =
    [
        (Instrument.WarmPad, "pad|pads|warm pad|synth pad|analog pad|synth|synths|synthesizer|synthesiser"),
        (Instrument.GlassPad, "glass pad|shimmer|shimmer pad"),
        (Instrument.Strings, "strings|string section|string orchestra|violins|mellotron"),
        (Instrument.Brass, "brass|horns|horn section|french horn|trombone|tuba|french horns"),
        (Instrument.Choir, "choir|choirs|choral|voices|vocal pad|chant|chanting|monks|gregorian"),
        (Instrument.Organ, "organ|hammond|church organ|pipe organ"),
        (Instrument.Accordion, "accordion|harmonica|melodica|concertina|bandoneon"),
        (Instrument.Piano, "piano|pianos|grand piano|upright piano|felt piano|keys"),
        (Instrument.ElectricPiano, "electric piano|rhodes|wurlitzer|wurli|e piano"),
        (Instrument.Guitar, "guitar|guitars|acoustic guitar|nylon guitar|ukulele|fingerpicked guitar|classical guitar|lute|mandolin|strumming"),
        (Instrument.DistortedGuitar, "electric guitar|electric guitars|distorted guitar|distorted guitars|heavy guitars|guitar riff|distortion|overdrive"),
        (Instrument.Banjo, "banjo"),
        (Instrument.Sitar, "sitar|koto|oud|shamisen"),
        (Instrument.Harp, "harp|lyre"),
        (Instrument.Harpsichord, "harpsichord|clavichord|cembalo"),
        (Instrument.Kalimba, "kalimba|thumb piano|mbira|hang drum|handpan"),
        (Instrument.Marimba, "marimba|xylophone|mallets|balafon"),
        (Instrument.Vibraphone, "vibraphone|vibes"),
        (Instrument.Bells, "bell|bells|glockenspiel|chimes|tubular bells|singing bowl|singing bowls|celesta|carillon"),
        (Instrument.MusicBox, "music box|toy piano"),
        (Instrument.SteelDrum, "steel drum|steel drums|steelpan"),
        (Instrument.SynthPluck, "pluck|plucks|arpeggio|arpeggios|arp|arps|arpeggiated|arpeggiator|sequencer"),
        (Instrument.SawLead, "synth lead|lead synth|supersaw|saw lead"),
        (Instrument.ChipLead, "square wave|pulse wave"),
        (Instrument.Flute, "flute|flutes|recorder|pan flute|panpipes|whistle|tin whistle|shakuhachi|ocarina"),
        (Instrument.Clarinet, "clarinet|oboe|bassoon|woodwind|woodwinds"),
        (Instrument.Saxophone, "saxophone|sax"),
        (Instrument.Trumpet, "trumpet|trumpets|flugelhorn|bugle"),
        (Instrument.Violin, "violin|fiddle|viola"),
        (Instrument.Cello, "cello|cellos|celli"),
        (Instrument.SubBass, "sub bass|808|808s|808 bass"),
        (Instrument.SynthBass, "synth bass|moog bass|bass synth"),
        (Instrument.AcidBass, "acid bass|303|wobble bass|growl bass"),
        (Instrument.UprightBass, "upright bass|double bass|contrabass"),
        (Instrument.ElectricBass, "bass guitar|electric bass|slap bass|bassline|bass line"),
        (Instrument.Drums, "drums|drum|percussion|beat|beats|drumbeat|drum kit|drumkit|drum machine|kick|snare|hi hat|hi hats|hihats|cymbals|bongos|congas|tabla|taiko|timpani"),
    ];

    public static readonly IReadOnlyDictionary<string, Instrument> All = Names
        .SelectMany(row => row.Words.Split('|').Select(word => (word, row.Instrument)))
        .ToDictionary(pair => pair.word, pair => pair.Instrument);
}
