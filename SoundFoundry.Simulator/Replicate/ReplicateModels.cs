using SoundFoundry.Simulator.Models;
using static SoundFoundry.Simulator.Models.Field;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>The models served here. Those without a version are official: they are run by name.</summary>
internal static class ReplicateModels
{
    /// <summary>Stands for a version nobody here has looked up.</summary>
    private static readonly string InventedVersion = new('5', 64);

    public static IReadOnlyList<ModelSpec> All { get; } =
    [
        new("stability-ai/stable-audio-2.5", Text("prompt").Required(), Integer("seed"), Integer("steps", 4, 8),
            Integer("duration", 1, 190), Number("cfg_scale", 1, 25))
        { Seconds = Lengths.Asked("duration", 190) },
        new("google/lyria-2", Text("prompt").Required(), Text("negative_prompt"), Integer("seed"))
        { Seconds = Lengths.Fixed(30), SampleRate = 48_000 },
        new("minimax/music-1.5", Text("lyrics", 10, 600).Required(), Text("prompt", 10, 300).Required(), Integer("sample_rate"),
            Integer("bitrate"), Choice("audio_format", "mp3", "wav", "pcm"))
        { Seconds = Lengths.Sung("lyrics", 240), Format = Formats.Asked("audio_format", AudioFormat.Mp3) },
        new("elevenlabs/music", Text("prompt").Required(), Integer("music_length_ms", 5_000, 300_000), Flag("force_instrumental"),
            Text("output_format"))
        { Seconds = Lengths.Asked("music_length_ms", 60, 0.001), Format = Formats.Asked("output_format", AudioFormat.Mp3) },
        new("lucataco/ace-step", Text("tags").Required(), Text("lyrics"), Number("duration", -1, 240), Integer("number_of_steps", 10, 200),
            Integer("seed"), Choice("scheduler", "euler", "heun"), Choice("guidance_type", "cfg", "apg", "cfg_star"),
            Number("granularity_scale", -100, 100), Number("guidance_interval", 0, 1), Number("guidance_interval_decay", 0, 1),
            Number("guidance_scale", 0, 30), Number("min_guidance_scale", 0, 100), Number("tag_guidance_scale", 0, 10),
            Number("lyric_guidance_scale", 0, 10))
        { Version = "280fc4f9ee507577f880a167f639c02622421d8fecf492454320311217b688f1", Seconds = Lengths.Asked("duration", 60) },
        new("meta/musicgen", Choice("model_version", "stereo-melody-large", "stereo-large", "melody-large", "large"), Text("prompt"),
            Text("input_audio"), Integer("duration"), Flag("continuation"), Integer("continuation_start", 0),
            Integer("continuation_end", 0), Flag("multi_band_diffusion"), Integer("top_k"),
            Choice("normalization_strategy", "loudness", "clip", "peak", "rms"), Number("top_p"), Number("temperature"),
            Integer("classifier_free_guidance"), Choice("output_format", "wav", "mp3"), Integer("seed"))
        {
            Version = "671ac645ce5e552cc63a54a2bbff63fcf798043055d2dac5fc9e36a837eedcfb",
            Seconds = Lengths.Asked("duration", 8), Format = Formats.Asked("output_format", AudioFormat.Wav), SampleRate = 32_000,
        },
        new("riffusion/riffusion", Text("prompt_a"), Text("prompt_b"), Number("alpha", 0, 1), Number("denoising", 0, 1),
            Text("seed_image_id"), Integer("num_inference_steps", 1))
        {
            Version = "8cf61ea6c56afd61d8f5b9ffd14d7c216c0a93844ce2d82ac1c9ecc9c7f24e05",
            Seconds = Lengths.Fixed(5), AudioMember = "audio",
        },
        new("visoar/ace-step-1.5", Text("caption").Required(), Text("lyrics"), Number("duration", 1, 600),
            Integer("batch_size", 1, 4), Integer("seed"))
        { Version = InventedVersion, Seconds = Lengths.Asked("duration", 90), IsList = true },
    ];

    public static ModelSpec? Find(string id) => All.FirstOrDefault(model => model.Id == id);
}
