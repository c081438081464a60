using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.AppHost.Embedded;

/// <summary>What keeps the system from running is one line that says what to do.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EngineRefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_taken_port_is_one_line_that_names_the_option()
    {
        using var folder = new ServerFolder("engine");
        var port = LoopbackPort.Free();
        using var other = new TcpListener(IPAddress.Loopback, port);
        other.Start();

        await using var engine = await RunningEngine.StartAsync(folder.Path, "--web-port", $"{port}");

        (await RefusalAsync(engine)).ShouldBe(
            $"SoundFoundry can't run: port {port} is taken by another program. Stop that one, or choose another port: -- --web-port {port + 1}");
    }

    [Fact(Timeout = 60_000)]
    public async Task Data_of_another_major_version_is_one_line_and_stays_untouched()
    {
        using var folder = new ServerFolder("engine");
        var version = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "postgres")).FullName, "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n", Token);

        await using var engine = await RunningEngine.StartAsync(folder.Path);

        (await RefusalAsync(engine)).ShouldContain($"the data in {folder.Path}/postgres was made by PostgreSQL 9, and this machine has");
        Directory.GetFileSystemEntries(Path.GetDirectoryName(version)!).ShouldHaveSingleItem();
    }

    [Fact(Timeout = 60_000)]
    public async Task Redis_data_of_a_newer_major_version_is_one_line()
    {
        using var folder = new ServerFolder("engine");
        var redis = Directory.CreateDirectory(Path.Combine(folder.Path, "redis")).FullName;
        await File.WriteAllTextAsync(Path.Combine(redis, "made-by"), "redis 99", Token);

        await using var engine = await RunningEngine.StartAsync(folder.Path);

        (await RefusalAsync(engine)).ShouldContain($"the data in {redis} was made by redis 99");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_missing_server_is_one_line_that_says_how_to_install_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Homebrew's folders are searched whatever the PATH says.");
        using var folder = new ServerFolder("engine");
        using var path = new ServerFolder("path");
        foreach (var program in new[] { "dotnet", "setsid", "setpriv", "sh", "install" })
            File.CreateSymbolicLink(Path.Combine(path.Path, program), Programs.Find(program));

        await using var engine = await RunningEngine.StartAsync(
            ["dotnet", AppHostProgram.Assembly], folder.Path, [], new Dictionary<string, string> { ["PATH"] = path.Path });

        var refusal = await RefusalAsync(engine);
        refusal.ShouldContain("Redis or Valkey 7.0 or newer is needed, and this machine has none.");
        refusal.ShouldContain("install");
    }

    [Fact(Timeout = 60_000)]
    public async Task An_option_that_is_no_number_is_one_line()
    {
        using var folder = new ServerFolder("engine");
        await using var engine = await RunningEngine.StartAsync(folder.Path, "--workers", "many");
        (await engine.ExitAsync(Token)).ShouldBe(2);
        engine.Lines.ShouldBe(["--workers takes a whole number from 1 to 32, not 'many'."]);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_second_engine_is_kept_off_data_in_use_and_passwords_are_the_owners_alone()
    {
        using var folder = new ServerFolder("engine");
        await using var first = await RunningEngine.StartAsync(folder.Path);
        await first.ReadyAsync(Token);

        await using var second = await RunningEngine.StartAsync(folder.Path);

        (await RefusalAsync(second)).ShouldContain($"another engine is using {folder.Path}");
        foreach (var file in Directory.GetFiles(Path.Combine(folder.Path, "secrets")).Append(Path.Combine(folder.Path, "redis", "redis.conf")))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    private static async Task<string> RefusalAsync(RunningEngine engine)
    {
        (await engine.ExitAsync(Token)).ShouldBe(1);
        engine.Lines.Where(line => line.Contains("   at ", StringComparison.Ordinal)).ShouldBeEmpty();
        return engine.Lines.Where(line => line.StartsWith("SoundFoundry can't run", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }
}
