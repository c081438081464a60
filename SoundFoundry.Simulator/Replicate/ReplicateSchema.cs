using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Models;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>A version's OpenAPI document, as far as it tells what input is taken.</summary>
internal static class ReplicateSchema
{
    public static JsonObject Of(ModelSpec model) => new()
    {
        ["openapi"] = "3.0.2",
        ["components"] = new JsonObject
        {
            ["schemas"] = new JsonObject
            {
                ["Input"] = new JsonObject
                {
                    ["type"] = "object", ["title"] = "Input",
                    ["required"] = new JsonArray([.. model.Fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Name)]),
                    ["properties"] = new JsonObject(
                        model.Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Property(field)))),
                },
            },
        },
    };

    private static JsonObject Property(Field field)
    {
        var property = new JsonObject { ["type"] = ReplicateFieldErrors.JsonType(field.Kind), ["title"] = field.Name };
        var (least, most) = field.Kind == FieldKind.Text ? ("minLength", "maxLength") : ("minimum", "maximum");
        if (field.Min is { } min) property[least] = min;
        if (field.Max is { } max) property[most] = max;
        if (field.OneOf is { } names) property["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        return property;
    }
}
