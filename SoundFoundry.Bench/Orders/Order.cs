namespace SoundFoundry.Bench.Orders;

/// <summary>What one customer asks for.</summary>
/// <param name="Provider">Pins the provider; null leaves it to the route.</param>
/// <param name="Fallback">Whether another may stand in.</param>
/// <param name="CancelAfter">When the customer thinks better of it; null for never.</param>
internal sealed record Order(int Number, string Key, string Prompt, string? Provider, bool? Fallback, TimeSpan? CancelAfter)
{
    private const int Seconds = 5;
    private const int Spread = 486_187_739;
    private static readonly TimeSpan LongestThought = TimeSpan.FromSeconds(3);

    public object Body => new { prompt = Prompt, duration_s = Seconds, provider = Provider, fallback = Fallback };

    /// <summary>One that leaves all to the system, and stays.</summary>
    public static Order Plain(int number) => new(number, $"order-{number}", OrderMark.Prompt(number), null, null, null);

    /// <summary>The same seed and number give the same order.</summary>
    public static Order Draw(int seed, int number)
    {
        var random = new Random(unchecked((seed * Spread) + number));
        (string? provider, bool? fallback) = random.Next(10) switch
        {
            < 4 => ((string?)null, (bool?)null),
            < 8 => ("replicate", true),
            8 => ("replicate", false),
            _ => ("fal", false),
        };
        TimeSpan? cancel = random.Next(20) == 0 ? LongestThought * random.NextDouble() : null;
        return new Order(number, $"order-{seed}-{number}", OrderMark.Prompt(number), provider, fallback, cancel);
    }
}
