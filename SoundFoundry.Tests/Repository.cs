namespace SoundFoundry.Tests;

/// <summary>The checked-out sources, for tests that read documents.</summary>
internal static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    public static string File(string relativePath) => Path.Combine(Root, relativePath);

    private static string Find(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "SoundFoundry.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside their repository."));
}
