namespace SoundFoundry.AppHost.Embedded;

/// <summary>The folders of the repository this program was built in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>All projects are built into folders side by side, one for each configuration.</summary>
    public static string Assembly(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../..", project, configuration, $"{project}.dll"));
    }

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SoundFoundry.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new EngineProblem("this program runs from a checkout of the repository: dotnet run --project SoundFoundry.AppHost");
    }
}
