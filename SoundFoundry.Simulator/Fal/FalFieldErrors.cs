using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Models;

namespace SoundFoundry.Simulator.Fal;

/// <summary>One entry of a 422's <c>detail</c> list, in fal's words.</summary>
internal static class FalFieldErrors
{
    public static JsonObject Entry(FieldProblem problem)
    {
        var (type, message, context) = Describe(problem.Rule, problem.Field);
        return FalFailures.Entry(type, message, problem.Name, problem.Value, context);
    }

    private static (string Type, string Message, JsonObject? Context) Describe(FieldRule rule, Field? field) => rule switch
    {
        FieldRule.Missing => ("missing", "Field required", null),
        FieldRule.Unknown => ("extra_forbidden", "Extra inputs are not permitted", null),
        FieldRule.TooSmall => ("greater_than_equal", $"Input should be greater than or equal to {field!.Min}", Limit("ge", field.Min)),
        FieldRule.TooLarge => ("less_than_equal", $"Input should be less than or equal to {field!.Max}", Limit("le", field.Max)),
        FieldRule.TooShort => ("sequence_too_short", $"Sequence should have at least {field!.Min} items", Limit("min_length", field.Min)),
        FieldRule.TooLong => ("sequence_too_long", $"Sequence should have at most {field!.Max} items", Limit("max_length", field.Max)),
        FieldRule.NotOneOf => ("one_of", $"Input should be one of {string.Join(", ", field!.OneOf!)}",
            new JsonObject { ["expected"] = new JsonArray([.. field.OneOf!.Select(name => (JsonNode)name)]) }),
        _ => (TypeError(field!.Kind), $"Input should be a valid {Noun(field.Kind)}", null),
    };

    private static JsonObject Limit(string name, double? value) => new() { [name] = value };

    private static string TypeError(FieldKind kind) => kind switch
    {
        FieldKind.Text => "string_type",
        FieldKind.Integer => "int_type",
        FieldKind.Number => "float_type",
        FieldKind.Flag => "bool_type",
        _ => "dict_type",
    };

    private static string Noun(FieldKind kind) => kind switch
    {
        FieldKind.Text => "string",
        FieldKind.Integer => "integer",
        FieldKind.Number => "number",
        FieldKind.Flag => "boolean",
        _ => "dictionary",
    };
}
