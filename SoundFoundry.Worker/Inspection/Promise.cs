using SoundFoundry.Core.Models;

namespace SoundFoundry.Worker.Inspection;

/// <summary>Whether audio is what its model promises.</summary>
internal static class Promise
{
    /// <returns>What is wrong with it, in words for the user; null if nothing is.</returns>
    public static string? Objection(AudioFacts facts, MusicModel model, RenderRequest request) =>
        facts.IsSilent ? "The audio is silent."
        : model.ControlsDuration && !Keeps(model, facts.DurationSeconds, request.DurationSeconds)
            ? $"The audio lasts {facts.DurationSeconds:0.0} s instead of {request.DurationSeconds:0.0} s."
        : null;

    /// <summary>Some models take whole seconds only, and are asked for the next one.</summary>
    private static bool Keeps(MusicModel model, double got, double asked) =>
        got >= asked - model.ToleranceSeconds && got <= Math.Ceiling(asked) + model.ToleranceSeconds;
}
