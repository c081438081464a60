using SoundFoundry.Bench.Fuzzing.Answers;
using SoundFoundry.Bench.Fuzzing.Contract;
using SoundFoundry.Bench.Fuzzing.Requests;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Fuzzing;

/// <summary>Whether the Api keeps its contract whatever is sent to it.</summary>
internal sealed class FuzzBench : IBenchProgram
{
    public string Name => "fuzz";

    public string Summary =>
        "[--requests 20000] [--seed 1] [--auth local|accounts]: odd requests to every operation of a system of its own, in accounts mode from "
        + "nobody, a key and a browser of an operator; or [--address http://… [--authorization \"Bearer …\"]] of one that runs";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = new Arguments(arguments, "requests", "seed", "auth", "address", "authorization");
        using var http = new HttpClient();
        if (options.Text("address") is { } address)
        {
            var shown = options.Text("authorization") is { } value ? ("Authorization", value) : default((string, string)?);
            return await FuzzAsync(new Uri(address), [new Visitor("a stranger", shown)], options, http, cancellationToken);
        }

        var accounts = options.Text("auth") == "accounts";
        await using var system = await RunningSystem.StartAsync(new SystemPlan { Settings = Settings(accounts) }, cancellationToken);
        var (api, nobody) = (system.Apis[0].Address, new Visitor("nobody", null));
        if (!accounts) return await FuzzAsync(api, [nobody], options, http, cancellationToken);

        var access = new OperatorAccess(system.Database);
        await access.SetUpAsync(api, http, cancellationToken);
        return await FuzzAsync(api, [nobody, access.ByKey, access.BySession], options, http, cancellationToken);
    }

    /// <summary>As in production, but without the limits that would keep most requests out.</summary>
    private static Dictionary<string, string> Settings(bool accounts) => new()
    {
        ["ENVIRONMENT"] = "Production",
        ["Auth:Mode"] = accounts ? "Accounts" : "Local",
        ["Accounts:Registration"] = "Open",
        ["Accounts:BreachedPasswords"] = "",
        ["Limits:Enabled"] = "false",
    };

    private static async Task<int> FuzzAsync(
        Uri address, IReadOnlyList<Visitor> visitors, Arguments options, HttpClient http, CancellationToken cancellationToken)
    {
        var contract = await ApiContract.ReadAsync(http, address, cancellationToken);
        var (requests, seed, broken) = (options.Number("requests", 20_000) / visitors.Count, options.Number("seed", 1), 0);
        foreach (var (index, visitor) in visitors.Index())
        {
            var maker = new RequestMaker(contract, address, seed + index, visitor.Credential);
            var run = new FuzzRun(contract, maker, new RawClient(address), visitor);
            await run.SendAsync(requests, cancellationToken);
            Console.WriteLine($"{requests} requests of {visitor.Name} to {contract.Operations.Count} operations, seed {seed + index}:");
            Report(run);
            broken += run.Findings.Count;
        }

        Console.WriteLine(broken == 0 ? "Every answer kept the contract." : $"{broken} answers broke the contract.");
        return broken == 0 ? 0 : 1;
    }

    private static void Report(FuzzRun run)
    {
        foreach (var line in run.Table()) Console.WriteLine(line);
        foreach (var kind in run.Findings.GroupBy(finding => (finding.Request.Operation, finding.What)))
        {
            Console.WriteLine($"\n{kind.Count()} × {kind.Key.Operation}: {kind.Key.What}");
            Console.WriteLine(kind.MinBy(finding => finding.Request.Bytes.Length)!.Describe());
        }

        Console.WriteLine();
    }
}
