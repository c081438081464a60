using SoundFoundry.Bench.Fuzzing.Answers;
using SoundFoundry.Bench.Fuzzing.Contract;
using SoundFoundry.Bench.Fuzzing.Requests;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Fuzzing;

/// <summary>Whether the Api keeps its contract whatever is sent to it.</summary>
internal sealed class FuzzBench : IBenchProgram
{
    public string Name => "fuzz";

    public string Summary => "[--requests 20000] [--seed 1] [--address http://… [--authorization \"Bearer …\"]]: odd requests to every operation; of a system of its own unless an address is given";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "requests", "seed", "address", "authorization");
        if (options.Text("address") is { } address) return await FuzzAsync(new Uri(address), options, cancellationToken);

        var production = new Dictionary<string, string> { ["ENVIRONMENT"] = "Production" };
        await using var system = await RunningSystem.StartAsync(new SystemPlan { Settings = production }, cancellationToken);
        return await FuzzAsync(system.Apis[0].Address, options, cancellationToken);
    }

    private static async Task<int> FuzzAsync(Uri address, Arguments options, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var contract = await ApiContract.ReadAsync(http, address, cancellationToken);
        var (requests, seed) = (options.Number("requests", 20_000), options.Number("seed", 1));
        var run = new FuzzRun(contract, new RequestMaker(contract, address, seed, options.Text("authorization")), new RawClient(address));
        await run.SendAsync(requests, cancellationToken);

        Console.WriteLine($"{requests} requests to {contract.Operations.Count} operations, seed {seed}:");
        foreach (var line in run.Table()) Console.WriteLine(line);
        foreach (var kind in run.Findings.GroupBy(finding => (finding.Request.Operation, finding.What)))
        {
            Console.WriteLine($"\n{kind.Count()} × {kind.Key.Operation}: {kind.Key.What}");
            Console.WriteLine(kind.MinBy(finding => finding.Request.Bytes.Length)!.Describe());
        }

        Console.WriteLine(run.Findings.IsEmpty ? "Every answer kept the contract." : $"\n{run.Findings.Count} answers broke the contract.");
        return run.Findings.IsEmpty ? 0 : 1;
    }
}
