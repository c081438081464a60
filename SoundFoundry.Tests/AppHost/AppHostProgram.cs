namespace SoundFoundry.Tests.AppHost;

/// <summary>The AppHost as it was built beside these tests, for the same engine and configuration.</summary>
internal static class AppHostProgram
{
    public static string Assembly { get; } = Beside("SoundFoundry.AppHost", "SoundFoundry.AppHost.dll");

    public static string Project { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../SoundFoundry.AppHost"));

    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string Beside(string project, string file) =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../..", project, new DirectoryInfo(AppContext.BaseDirectory).Name, file));
}
