using System.Text.Json;
using System.Text.Json.Nodes;

namespace SoundFoundry.Simulator.Models;

internal static class InputCheck
{
    public static IReadOnlyList<FieldProblem> Problems(ModelSpec model, JsonObject input)
    {
        var missing = model.Fields.Where(field => field.IsRequired && input[field.Name] is null)
            .Select(field => new FieldProblem(FieldRule.Missing, field.Name, field, null));
        var wrong = input.Where(given => given.Value is not null)
            .Select(given => Problem(model, given.Key, given.Value!)).OfType<FieldProblem>();
        return [.. missing, .. wrong];
    }

    private static FieldProblem? Problem(ModelSpec model, string name, JsonNode value)
    {
        var field = model.Fields.FirstOrDefault(field => field.Name == name);
        var rule = field is null ? FieldRule.Unknown : Broken(field, value);
        return rule is { } broken ? new FieldProblem(broken, name, field, value) : null;
    }

    private static FieldRule? Broken(Field field, JsonNode value) => (field.Kind, value.GetValueKind()) switch
    {
        (FieldKind.Text, JsonValueKind.String) when field.OneOf is { } allowed =>
            allowed.Contains(value.GetValue<string>()) ? null : FieldRule.NotOneOf,
        (FieldKind.Text, JsonValueKind.String) => Beyond(field, value.GetValue<string>().Length, FieldRule.TooShort, FieldRule.TooLong),
        (FieldKind.Integer, JsonValueKind.Number) when !double.IsInteger(Number(value)) => FieldRule.WrongType,
        (FieldKind.Integer or FieldKind.Number, JsonValueKind.Number) =>
            Beyond(field, Number(value), FieldRule.TooSmall, FieldRule.TooLarge),
        (FieldKind.Flag, JsonValueKind.True or JsonValueKind.False) => null,
        (FieldKind.Object, JsonValueKind.Object or JsonValueKind.Array) => null,
        _ => FieldRule.WrongType,
    };

    private static double Number(JsonNode value) => value.Deserialize<double>();

    private static FieldRule? Beyond(Field field, double size, FieldRule under, FieldRule over) =>
        size < field.Min ? under : size > field.Max ? over : null;
}
