using SoundFoundry.Tests.Servers;

[assembly: AssemblyFixture(typeof(SharedCeph))]

namespace SoundFoundry.Tests.Servers;

/// <summary>The one S3 server of a test run, started by the first test that asks for it;
/// each test class uses a bucket of its own.</summary>
public sealed class SharedCeph : IAsyncDisposable
{
    private readonly Lazy<Task<CephServer>> _server = new(() => CephServer.StartAsync(CancellationToken.None));

    /// <summary>Settings of a bucket that does not exist yet.</summary>
    public async Task<Dictionary<string, string?>> NewBucketAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS() && !CephServer.IsInstalled,
            "Needs a real S3 server, Ceph's gateway, which there is none of for macOS.");
        var server = await _server.Value;
        return new Dictionary<string, string?>
        {
            ["Storage:S3:Endpoint"] = server.Endpoint,
            ["Storage:S3:AccessKey"] = server.AccessKey,
            ["Storage:S3:SecretKey"] = server.SecretKey,
            ["Storage:S3:Bucket"] = $"bucket-{Guid.CreateVersion7():n}",
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }
}
