using CliWrap.Exceptions;

namespace SoundFoundry.AppHost.Embedded;

/// <summary>The system as plain processes of this machine, under the calls that the map of the system makes.</summary>
internal sealed class DistributedApplication(Engine engine)
{
    public static DistributedApplicationBuilder CreateBuilder(string[] args) => new(args);

    /// <summary>Returns when the system has stopped. The calling thread starts every child, and so must not end before.</summary>
    public void Run()
    {
        try
        {
            using (engine) engine.Run();
        }
        catch (Exception problem) when (problem is EngineProblem or IOException or UnauthorizedAccessException or CliWrapException)
        {
            Console.Error.WriteLine($"SoundFoundry can't run: {problem.Message}");
            Environment.ExitCode = 1;
        }
    }
}
