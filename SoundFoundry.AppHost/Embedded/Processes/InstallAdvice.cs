namespace SoundFoundry.AppHost.Embedded.Processes;

internal static class InstallAdvice
{
    /// <summary>The command that brings a package to this system.</summary>
    public static string For(string debian, string homebrew)
    {
        if (OperatingSystem.IsMacOS()) return $"brew install {homebrew}";
        return File.Exists("/usr/bin/apt-get") ? $"sudo apt-get install {debian}" : $"install {debian} with this system's package manager";
    }
}
