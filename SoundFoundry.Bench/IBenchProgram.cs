namespace SoundFoundry.Bench;

internal interface IBenchProgram
{
    string Name { get; }

    string Summary { get; }

    /// <returns>The exit code.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
