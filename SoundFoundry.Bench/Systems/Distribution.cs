using System.Globalization;

namespace SoundFoundry.Bench.Systems;

/// <summary>Measured values, in order.</summary>
internal sealed class Distribution
{
    private readonly List<double> _sorted;

    public Distribution(IEnumerable<double> values) => _sorted = [.. values.Order()];

    public int Count => _sorted.Count;

    public double Longest => _sorted[^1];

    /// <summary>The smallest value that this share of all values does not exceed.</summary>
    public double At(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Count) - 1)];

    public string Describe(string unit) => _sorted.Count == 0 ? "nothing measured" : string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {At(0.5):0.##} {unit}, p90 {At(0.9):0.##} {unit}, p99 {At(0.99):0.##} {unit}, longest {Longest:0.##} {unit}, {Count} measured");
}
