using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Security;

/// <summary>A slice of the long run of the same program.</summary>
public sealed class FuzzTests
{
    /// <summary>Half a minute on a machine that does nothing else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("local")]
    [InlineData("accounts")]
    public async Task Whatever_is_sent_to_whichever_operation_the_answer_keeps_the_contract(string mode)
    {
        // It fails with all that the program printed: each kind of broken answer, with the shortest request that got it.
        var output = await ServerProcess.RunAsync(
            ["dotnet", Program(), "fuzz", "--requests", "640", "--seed", "11", "--auth", mode], null, TestContext.Current.CancellationToken, Patience);
        output.ShouldContain("Every answer kept the contract.");
    }

    // Each project builds into a sibling folder of the same name: bin/{project}/{configuration}.
    private static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "SoundFoundry.Bench", own.Name, "SoundFoundry.Bench.dll");
    }
}
