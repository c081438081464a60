using SoundFoundry.Simulator.Models;
using static SoundFoundry.Simulator.Models.Field;

namespace SoundFoundry.Simulator.Fal;

/// <summary>The models served here, with the limits fal publishes.</summary>
internal static class FalModels
{
    private static readonly Field[] AceStepTuning =
    [
        Integer("number_of_steps", 3, 60), Integer("seed"), Choice("scheduler", "euler", "heun"),
        Choice("guidance_type", "cfg", "apg", "cfg_star"),
        Integer("granularity_scale", -100, 100), Number("guidance_interval", 0, 1), Number("guidance_interval_decay", 0, 1),
        Number("guidance_scale", 0, 200), Number("minimum_guidance_scale", 0, 200), Number("tag_guidance_scale", 0, 10),
        Number("lyric_guidance_scale", 0, 10),
    ];

    private static readonly ModelSpec[] All =
    [
        new("fal-ai/stable-audio-25/text-to-audio", Text("prompt").Required(), Integer("seconds_total", 1, 190),
            Integer("num_inference_steps", 4, 8), Number("guidance_scale", 1, 25), Integer("seed"), Flag("sync_mode"))
        { Seconds = Lengths.Asked("seconds_total", 190) },
        new("fal-ai/ace-step", [Text("tags").Required(), Text("lyrics"), Number("duration", 5, 240), .. AceStepTuning])
        { Seconds = Lengths.Asked("duration", 60) },
        new("fal-ai/ace-step/prompt-to-audio",
            [Text("prompt").Required(), Flag("instrumental"), Number("duration", 5, 240), .. AceStepTuning])
        { Seconds = Lengths.Asked("duration", 60) },
        new("fal-ai/minimax-music/v2", Text("prompt", 10, 300).Required(), Text("lyrics_prompt", 10, 3_000).Required(),
            Object("audio_setting"))
        { Seconds = Lengths.Sung("lyrics_prompt", 240), Format = Formats.Always(AudioFormat.Mp3) },
        new("fal-ai/minimax-music/v2.6", Text("prompt", max: 2_000).Required(), Text("lyrics", max: 3_500), Flag("is_instrumental"),
            Flag("lyrics_optimizer"), Object("audio_setting"))
        { Seconds = Lengths.Sung("lyrics", 300), Format = Formats.AskedWithin("audio_setting", "format", AudioFormat.Mp3) },
        new("fal-ai/lyria2", Text("prompt").Required(), Text("negative_prompt"), Integer("seed"))
        { Seconds = Lengths.Fixed(30), SampleRate = 48_000 },
        new("fal-ai/elevenlabs/music", Text("prompt"), Object("composition_plan"), Integer("music_length_ms", 3_000, 600_000),
            Flag("force_instrumental"), Flag("respect_sections_durations"), Text("output_format"))
        { Seconds = Lengths.Asked("music_length_ms", 60, 0.001), Format = Formats.Always(AudioFormat.Mp3) },
        new("CassetteAI/music-generator", Text("prompt").Required(), Integer("duration", 10, 180).Required())
        { Seconds = Lengths.Asked("duration", 10), AudioMember = "audio_file" },
    ];

    public static ModelSpec? Find(string id) => Array.Find(All, model => model.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <param name="app">Owner and name; an app may hold several models, each at a path of its own.</param>
    public static bool HasApp(string app) =>
        Array.Exists(All, model => $"{model.Id}/".StartsWith($"{app}/", StringComparison.OrdinalIgnoreCase));
}
