using System.Globalization;
using System.Text.Json.Nodes;

namespace SoundFoundry.Core.Models;

/// <summary>Says a request in a model's own fields, as the table has it. A value in braces is filled from the request, anything else
/// is sent as it stands: <c>true</c> and <c>8</c> as what they are, <c>'8'</c> as text. A dot in a field's name leads into an object.</summary>
/// <remarks><c>{style 1|3|7}</c> maps the style strength onto a scale: at 0, at 0.5 (the model's own default) and at 1;
/// <c>{whole style 1|3|7}</c> onto whole numbers.</remarks>
public static class ModelInput
{
    private const int MaxSeed = int.MaxValue;

    private static readonly Dictionary<string, Func<RenderRequest, JsonNode?>> Sources = new()
    {
        ["{prompt}"] = request => WithTags(request),
        ["{prompt and lyrics}"] = request => Sung(request) is { } lyrics ? $"{WithTags(request)}\n\nLyrics:\n{lyrics}" : WithTags(request),
        ["{tags}"] = request => string.Join(", ", [.. request.Tags, request.Prompt]),
        ["{lyrics}"] = request => Sung(request),
        ["{lyrics or [inst]}"] = request => Sung(request) ?? "[inst]",
        ["{negative prompt}"] = request => string.IsNullOrWhiteSpace(request.NegativePrompt) ? null : request.NegativePrompt,
        ["{seconds}"] = request => request.DurationSeconds,
        ["{whole seconds}"] = request => (int)Math.Ceiling(request.DurationSeconds),
        ["{milliseconds}"] = request => (int)Math.Ceiling(request.DurationSeconds * 1_000),
        ["{seed}"] = request => request.Seed & MaxSeed,
        ["{instrumental}"] = request => !request.HasVocals,
        ["{write lyrics}"] = request => request.HasVocals && Sung(request) is null,
    };

    public static JsonObject For(MusicModel model, RenderRequest request)
    {
        var input = new JsonObject();
        foreach (var (path, value) in model.Input)
        {
            if (Evaluate(value, request) is { } node) Put(input, path.Split('.'), node);
        }

        return input;
    }

    internal static bool IsKnown(string value) => !value.StartsWith('{') || Sources.ContainsKey(value) || StyleScale.Parse(value) is not null;

    internal static ModelObjection? Objection(MusicModel model, RenderRequest request)
    {
        foreach (var (field, length) in model.Lengths)
        {
            var source = model.Input[field];
            if (Evaluate(source, request)?.ToString() is not { } text) continue;
            var ours = source.Contains("lyrics", StringComparison.Ordinal) ? "lyrics" : "prompt";
            if (text.Length > length.Max) return new(ours, $"takes at most {length.Max} characters of {ours}");
            if (text.Length < length.Min) return new(ours, $"needs at least {length.Min} characters of {ours}");
        }

        return null;
    }

    private static JsonNode? Evaluate(string value, RenderRequest request)
    {
        if (Sources.TryGetValue(value, out var source)) return source(request);
        return StyleScale.Parse(value)?.At(request.StyleStrength) ?? Constant(value);
    }

    private static JsonNode Constant(string value) =>
        value is ['\'', .. var text, '\''] ? text
        : bool.TryParse(value, out var truth) ? truth
        : long.TryParse(value, CultureInfo.InvariantCulture, out var whole) ? whole
        : double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number
        : value;

    private static string? Sung(RenderRequest request) => request.HasVocals && !string.IsNullOrWhiteSpace(request.Lyrics) ? request.Lyrics : null;

    private static string WithTags(RenderRequest request) => string.Join(", ", [request.Prompt, .. request.Tags]);

    private static void Put(JsonObject target, ReadOnlySpan<string> path, JsonNode value)
    {
        if (path.Length == 1)
        {
            target[path[0]] = value;
            return;
        }

        if (target[path[0]] is not JsonObject inner) target[path[0]] = inner = [];
        Put(inner, path[1..], value);
    }
}
