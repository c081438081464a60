using SoundFoundry.Worker.Providers.Studio.Arranging;
using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Harmony;
using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Prompts;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio;

/// <summary>From a request to notes. Pure: the same request gives the same notes on every machine.</summary>
internal static class Composer
{
    public static Composition Compose(StudioRequest request)
    {
        var fingerprint = Fingerprint.Of(request);
        var style = StyleChooser.Choose(PromptReader.Read(request.Prompt, request.Tags), request, fingerprint);
        var sections = FormPlanner.Plan(style.Metre, new Tempo(style.BeatsPerMinute, style.Metre.PulseTicks), request.DurationSeconds);
        var chords = new Harmonizer(style, Dice.For(fingerprint, "harmony")).Harmonize(sections);
        var parts = Band.Play(new Score(style, sections, chords), fingerprint);
        return new Composition(style, request.DurationSeconds, sections[^1].Start, sections, chords, parts, style.Ensemble.Choir);
    }
}
