namespace SoundFoundry.Simulator.Models;

/// <summary>One input of a model. Limits are inclusive; of a text they count its characters.</summary>
internal sealed record Field(string Name, FieldKind Kind, bool IsRequired, double? Min, double? Max, string[]? OneOf = null)
{
    public static Field Text(string name, double? min = null, double? max = null) => new(name, FieldKind.Text, false, min, max);

    public static Field Choice(string name, params string[] oneOf) => new(name, FieldKind.Text, false, null, null, oneOf);

    public static Field Integer(string name, double? min = null, double? max = null) => new(name, FieldKind.Integer, false, min, max);

    public static Field Number(string name, double? min = null, double? max = null) => new(name, FieldKind.Number, false, min, max);

    public static Field Flag(string name) => new(name, FieldKind.Flag, false, null, null);

    public static Field Object(string name) => new(name, FieldKind.Object, false, null, null);

    public Field Required() => this with { IsRequired = true };
}
