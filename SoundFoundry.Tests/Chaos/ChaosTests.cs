using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Chaos;

/// <summary>A short storm. The same program, given more jobs and every fault, is the one that <c>docs/reliability.md</c> measures.</summary>
public sealed class ChaosTests
{
    private static readonly string[] Faults =
    [
        "worker killed before the id is saved", "worker killed between store and row", "redis flushed", "redis stopped",
        "postgres killed", "api killed with requests in flight", "store failing", "provider delivering rubbish",
    ];

    /// <summary>Under a minute on a machine that does nothing else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task Whatever_is_killed_every_accepted_job_ends_once_with_the_right_charge_and_nothing_is_left_over()
    {
        // It fails with all that the program printed: each fault with its hits, each promise with the cases that broke it.
        var output = await ServerProcess.RunAsync(
            ["dotnet", Program(), "chaos", "--jobs", "100", "--rate", "5", "--seed", "7", "--apis", "1", "--workers", "2", "--faults", string.Join(',', Faults)],
            null, TestContext.Current.CancellationToken, Patience);
        output.ShouldContain("All promises were kept.");
    }

    // Each project builds into a sibling folder of the same name: bin/{project}/{configuration}.
    private static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "SoundFoundry.Bench", own.Name, "SoundFoundry.Bench.dll");
    }
}
