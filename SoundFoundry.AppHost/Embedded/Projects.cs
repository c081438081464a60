namespace SoundFoundry.AppHost.Embedded;

/// <summary>The programs that can be run, each named after its project: <c>SoundFoundry_Api</c> is <c>SoundFoundry.Api</c>.</summary>
internal static class Projects
{
    internal sealed class SoundFoundry_Api;

    internal sealed class SoundFoundry_Simulator;

    internal sealed class SoundFoundry_Web;

    internal sealed class SoundFoundry_Worker;
}
