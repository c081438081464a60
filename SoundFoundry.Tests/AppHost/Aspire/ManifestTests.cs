using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace SoundFoundry.Tests.AppHost.Aspire;

public sealed class ManifestTests
{
    [Fact]
    public async Task The_manifest_names_every_part_and_keeps_secrets_secret()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "manifest.json");
        await Cli.Wrap("dotnet")
            .WithArguments([AppHostProgram.Assembly, "--operation", "publish", "--step", "publish-manifest", "--output-path", file])
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var resources = manifest.RootElement.GetProperty("resources");

        foreach (var name in new[] { "postgres", "soundfoundry", "redis", "minio", "migrate", "api", "worker", "web" })
            resources.TryGetProperty(name, out _).ShouldBeTrue(name);
        resources.GetProperty("migrate").GetProperty("args")[0].GetString().ShouldBe("migrate");
        resources.GetProperty("minio").GetProperty("image").GetString()!.ShouldStartWith("quay.io/minio/minio:");
        resources.GetProperty("web").GetProperty("env").TryGetProperty("services__api__http__0", out _).ShouldBeTrue();
        foreach (var service in new[] { "migrate", "api", "worker" })
        {
            var variables = resources.GetProperty(service).GetProperty("env");
            foreach (var name in new[] { "ConnectionStrings__soundfoundry", "ConnectionStrings__redis", "ConnectionStrings__minio", "FAL_KEY" })
                variables.TryGetProperty(name, out _).ShouldBeTrue($"{service}: {name}");
            variables.GetProperty("Storage__SigningKey").GetString().ShouldBe("{storage-signing-key.value}");
        }

        foreach (var parameter in new[] { "storage-signing-key", "fal-key", "replicate-api-token" })
            resources.GetProperty(parameter).GetProperty("inputs").GetProperty("value").GetProperty("secret").GetBoolean().ShouldBeTrue(parameter);
    }
}
