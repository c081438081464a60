using SoundFoundry.Worker.Providers.Remote.Answers;
using System.Text.Json;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Worker.Providers.Replicate;

/// <summary>Knows a lost submit by what was sent with it. The model's name is no proof either way: official models are listed
/// under internal names, and their version is hidden.</summary>
internal sealed class SoughtPrediction(LostSubmit lost, TimeSpan clockSkew)
{
    /// <summary>Anything else in the place of a version hides which it is.</summary>
    private const int HashLength = 64;

    private readonly JsonElement _sent = JsonSerializer.SerializeToElement(lost.Input);

    public bool IsOfItsTime(JsonElement prediction) =>
        CreatedAt(prediction) is not { } at || (at >= lost.StartedAt - clockSkew && at <= lost.StartedAt + clockSkew);

    public bool IsTooOld(JsonElement prediction) => CreatedAt(prediction) < lost.StartedAt - clockSkew;

    public Likeness Compare(JsonElement prediction)
    {
        var input = prediction.Member("input");
        var isEmpty = input.ValueKind != JsonValueKind.Object || !input.EnumerateObject().Any();
        if (isEmpty) return IsSameModel(prediction) ? Likeness.Possible : Likeness.None;

        // Replicate may add its defaults to what was sent.
        return _sent.EnumerateObject().All(field => input.TryGetProperty(field.Name, out var listed) && JsonElement.DeepEquals(field.Value, listed))
            ? Likeness.Same
            : Likeness.None;
    }

    private bool IsSameModel(JsonElement prediction) =>
        prediction.Text("model") is not { } model || model == lost.Model.Endpoint
        || (prediction.Text("version") is { } version && (version == lost.Model.Version || version.Length != HashLength));

    private static DateTimeOffset? CreatedAt(JsonElement prediction) =>
        prediction.Member("created_at") is { ValueKind: JsonValueKind.String } text && text.TryGetDateTimeOffset(out var at) ? at : null;
}

internal enum Likeness
{
    None,

    /// <summary>Its input was removed, so that nothing speaks against it.</summary>
    Possible,

    Same,
}
