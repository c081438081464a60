using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;

namespace SoundFoundry.AppHost.Embedded.Processes;

/// <summary>Finds programs that distributions like to keep outside the PATH, and asks them for their version.</summary>
internal static partial class Programs
{
    public static IEnumerable<string> Find(string program, params IEnumerable<string> furtherFolders) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Concat(furtherFolders)
        .Concat(["/opt/homebrew/bin", "/usr/local/bin"])
        .Select(folder => Path.Combine(folder, program))
        .Where(File.Exists)
        .Select(file => File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName is { } target && Path.GetFileName(target) == program ? target : file)
        .Distinct();

    /// <summary>The first version that <c>--version</c> prints: <c>15.18</c> is major 15, minor 18.</summary>
    public static async Task<(int Major, int Minor)> VersionAsync(string program, CancellationToken cancellationToken)
    {
        var said = await Cli.Wrap(program).WithArguments("--version").ExecuteBufferedAsync(cancellationToken);
        var version = Version().Match(said.StandardOutput);
        return (Number(version.Groups[1]), version.Groups[2].Success ? Number(version.Groups[2]) : 0);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+)(?:\.(\d+))?")]
    private static partial Regex Version();
}
