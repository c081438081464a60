using System.Globalization;
using System.Text.Json;

namespace SoundFoundry.Bench.Chaos;

/// <summary>The result, for people and for programs.</summary>
internal static class ChaosReport
{
    private const int Shown = 10;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(ChaosResult result, string machine, string commit)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{machine}\ncommit {commit}, seed {result.Plan.Seed}, {result.Orders} jobs, {result.Plan.Apis} api, {result.Plan.Workers} workers; "
            + $"{result.Orders / result.Raged.TotalSeconds:0.0} jobs/s under faults for {result.Raged.TotalSeconds:0} s, {result.Took.TotalSeconds:0} s in all\n"));
        foreach (var (fault, hits) in result.Hits) Console.WriteLine($"{hits,5} x {fault}");
        Console.WriteLine($"{result.Misses,5} strikes found no moment or missed it\n");
        foreach (var (name, value) in result.Figures) Console.WriteLine($"{name}: {value}");
        Console.WriteLine();
        foreach (var finding in result.Findings)
        {
            Console.WriteLine($"{(finding.Holds ? "ok  " : "FAIL")} {finding.Promise} ({finding.Examined} examined, {finding.Broken.Count} broken)");
            foreach (var broken in finding.Broken.Take(Shown)) Console.WriteLine($"       {broken}");
        }

        Console.WriteLine(result.Holds ? "\nAll promises were kept." : "\nNOT all promises were kept.");
    }

    public static Task WriteAsync(ChaosResult result, string machine, string commit, string file, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { machine, commit, result }, Json), cancellationToken);
}
