using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos;

/// <summary>Kills, freezes and starves the running system while jobs come in, and then checks that every promise was kept.</summary>
internal sealed class ChaosBench : IBenchProgram
{
    public string Name => "chaos";

    public string Summary =>
        "[--jobs 1000] [--rate 15] [--seed 1] [--apis 2] [--workers 3] [--faults a,b] [--logs folder] [--out file.json]: jobs under faults, then every promise checked";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "jobs", "rate", "seed", "apis", "workers", "faults", "logs", "out");
        var faults = options.Text("faults")?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var plan = new ChaosPlan(
            options.Number("jobs", 1_000), options.Decimal("rate", 15), options.Number("seed", 1),
            options.Number("apis", 2), options.Number("workers", 3), faults, options.Text("logs"));
        var result = await ChaosRun.RunAsync(plan, cancellationToken);
        var (machine, commit) = (Machine.Describe(), await Checkout.CommitAsync(cancellationToken));
        ChaosReport.Print(result, machine, commit);
        if (options.Text("out") is { } file) await ChaosReport.WriteAsync(result, machine, commit, file, cancellationToken);
        return result.Holds ? 0 : 1;
    }
}
