using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Models;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>The entries of a 422's <c>invalid_fields</c>, in the words of Replicate's validator.</summary>
internal static class ReplicateFieldErrors
{
    public static JsonAnswer? Refusal(IReadOnlyList<FieldProblem> problems) =>
        problems.Count == 0 ? null : ReplicateErrors.InvalidFields([.. problems.Select(Entry)]);

    public static (string Type, string Field, string Description) Unknown(string name) =>
        ("additional_property_not_allowed", "input", $"Additional property {name} is not allowed");

    public static (string Type, string Field, string Description) TooShort(string name, double? min) =>
        ("string_gte", $"input.{name}", $"String length must be greater than or equal to {min}");

    private static (string Type, string Field, string Description) Entry(FieldProblem problem)
    {
        var (name, field) = (problem.Name, problem.Field);
        return problem.Rule switch
        {
            FieldRule.Missing => ("required", "input", $"{name} is required"),
            FieldRule.Unknown => Unknown(name),
            FieldRule.TooSmall => ("number_gte", $"input.{name}", $"Must be greater than or equal to {field!.Min}"),
            FieldRule.TooLarge => ("number_lte", $"input.{name}", $"Must be less than or equal to {field!.Max}"),
            FieldRule.TooShort => TooShort(name, field!.Min),
            FieldRule.TooLong => ("string_lte", $"input.{name}", $"String length must be less than or equal to {field!.Max}"),
            FieldRule.NotOneOf => ("enum", $"input.{name}",
                $"input.{name} must be one of the following: {string.Join(", ", field!.OneOf!.Select(allowed => $"\"{allowed}\""))}"),
            _ => ("invalid_type", $"input.{name}", $"Invalid type. Expected: {JsonType(field!.Kind)}, given: {Given(problem)}"),
        };
    }

    public static string JsonType(FieldKind kind) => kind switch
    {
        FieldKind.Text => "string",
        FieldKind.Integer => "integer",
        FieldKind.Number => "number",
        FieldKind.Flag => "boolean",
        _ => "object",
    };

    private static string Given(FieldProblem problem) => problem.Value!.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
