using SoundFoundry.AppHost.Embedded.Processes;

namespace SoundFoundry.AppHost.Embedded.Stores;

/// <summary>A Redis or Valkey server of this machine that is new enough, also for the data that is there.</summary>
internal sealed record RedisInstallation(string Program, string Kind, int Major)
{
    private const int Floor = 7;

    public static async Task<RedisInstallation> ForAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        if (found is null || found.Major < Floor)
        {
            var has = found is null ? "none" : $"{found.Kind} {found.Major}";
            throw new EngineProblem(
                $"Redis or Valkey {Floor}.0 or newer is needed, and this machine has {has}. Install it: {InstallAdvice.For("redis-server", "redis")}");
        }

        var made = Path.Combine(dataFolder, "made-by");
        if (File.Exists(made) && File.ReadAllText(made).Split(' ') is [var kind, var major] && (kind != found.Kind || int.Parse(major) > found.Major))
        {
            throw new EngineProblem(
                $"the data in {dataFolder} was made by {kind} {major}, and this machine has {found.Kind} {found.Major}. Install the former, " +
                "or delete the folder: it holds nothing that the database can't restore.");
        }

        Directory.CreateDirectory(dataFolder);
        await File.WriteAllTextAsync(made, $"{found.Kind} {found.Major}", cancellationToken);
        return found;
    }

    private static async Task<RedisInstallation?> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in new[] { "redis", "valkey" })
        {
            if (Programs.Find($"{kind}-server").FirstOrDefault() is not { } program) continue;
            var (major, _) = await Programs.VersionAsync(program, cancellationToken);
            return new RedisInstallation(program, kind, major);
        }

        return null;
    }
}
