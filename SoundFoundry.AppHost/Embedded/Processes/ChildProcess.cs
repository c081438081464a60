using CliWrap;

namespace SoundFoundry.AppHost.Embedded.Processes;

/// <summary>A program to start so that it ends when this engine does, however that ends, and not at the terminal's Ctrl+C,
/// which is for the engine to pass on in its own order.</summary>
internal sealed record ChildProcess(string Program, params string[] Arguments)
{
    /// <summary>The path under which a program that runs as another account finds its folder, which that account may not reach
    /// by name (a clone below <c>/root</c>): the folder is handed down as an open file.</summary>
    public const string HandedFolder = "/proc/self/fd/9";

    // Where the kernel has no parent-death signal a small watcher stands between: in a session of its own, so that only the
    // engine's signals reach it, and looking twice a second whether the engine is still there.
    private const string Watcher =
        "use POSIX; my $engine = shift; POSIX::setsid(); my $child = fork; if (!$child) { exec @ARGV or exit 127 } " +
        "$SIG{INT} = sub { kill INT => $child }; $SIG{TERM} = sub { kill TERM => $child }; " +
        "while (waitpid($child, WNOHANG) == 0) { kill(0, $engine) or kill(KILL => $child); select(undef, undef, undef, 0.5) } " +
        "exit($? & 127 ? 128 + ($? & 127) : $? >> 8)";

    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>The account to run as; this one if null.</summary>
    public string? Account { get; init; }

    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    public string Input { get; init; } = "";

    /// <summary>What asks this program to end in good order.</summary>
    public int StopSignal { get; init; } = Signal.Terminate;

    public Command ToCommand()
    {
        string[] die = OperatingSystem.IsLinux()
            ? ["setsid", "setpriv", .. AsAccount(), "--pdeathsig", "KILL", "--"]
            : ["perl", "-e", Watcher, $"{Environment.ProcessId}"];
        string[] all = Account is null
            ? [.. die, Program, .. Arguments]
            : ["sh", "-c", "exec 9<. && cd / && exec \"$@\"", "sh", .. die, Program, .. Arguments];
        return Cli.Wrap(all[0]).WithArguments(all[1..])
            .WithWorkingDirectory(Folder)
            .WithEnvironmentVariables(Variables)
            .WithStandardInputPipe(PipeSource.FromString(Input))
            .WithValidation(CommandResultValidation.None);
    }

    private string[] AsAccount() => Account is null ? [] : [$"--reuid={Account}", $"--regid={Account}", "--init-groups"];
}
