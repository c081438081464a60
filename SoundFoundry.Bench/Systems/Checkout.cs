namespace SoundFoundry.Bench.Systems;

/// <summary>The sources this program was built from.</summary>
internal static class Checkout
{
    /// <summary>The commit that is checked out, marked if files were changed since.</summary>
    public static async Task<string> CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            var described = await ServerProcess.RunAsync(
                [Programs.Find("git"), "-C", AppContext.BaseDirectory, "describe", "--always", "--dirty"], null, cancellationToken);
            return described.Trim();
        }
        catch (Exception unknown) when (unknown is InvalidOperationException or FileNotFoundException)
        {
            return "unknown";
        }
    }
}
