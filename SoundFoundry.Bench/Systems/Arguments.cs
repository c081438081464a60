using System.Globalization;

namespace SoundFoundry.Bench.Systems;

/// <summary>Options of the form <c>--jobs 100</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = [];

    public Arguments(IReadOnlyList<string> arguments, params string[] known)
    {
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i].TrimStart('-');
            if (!known.Contains(name) || i + 1 == arguments.Count)
                throw new ArgumentException($"'{arguments[i]}' is not understood. Options, each with a value: --{string.Join(", --", known)}");
            _values[name] = arguments[i + 1];
        }
    }

    public int Number(string name, int otherwise) =>
        _values.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public double Decimal(string name, double otherwise) =>
        _values.TryGetValue(name, out var value) ? double.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public string? Text(string name) => _values.GetValueOrDefault(name);
}
