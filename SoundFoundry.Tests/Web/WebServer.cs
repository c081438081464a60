using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Web;

/// <summary>Web as it was built, in a process of its own, as Production.</summary>
internal sealed class WebServer(ServerProcess process, Uri address) : IAsyncDisposable
{
    public Uri Address { get; } = address;

    public static Task<WebServer> StartAsync(Uri api, CancellationToken cancellationToken, params string[] arguments) =>
        StartAsync([api], cancellationToken, arguments);

    /// <summary>Starts in front of several replicas.</summary>
    public static async Task<WebServer> StartAsync(IReadOnlyList<Uri> apis, CancellationToken cancellationToken, params string[] arguments)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartAsync(apis, new Uri($"http://localhost:{LoopbackPort.Free()}"), cancellationToken, arguments);
            }
            catch (InvalidOperationException) when (attempt < LoopbackPort.Draws)
            {
                // Somebody may have taken the port in between: draw another.
            }
        }
    }

    /// <summary>Starts at an address of its own choice, such as that of one that ended.</summary>
    public static async Task<WebServer> StartAsync(
        IReadOnlyList<Uri> apis, Uri address, CancellationToken cancellationToken, params string[] arguments)
    {
        var replicas = apis.SelectMany((api, i) => new[] { $"--services:api:http:{i}", $"{api}" });
        var process = await ServerProcess.StartAsync(
            ["dotnet", Program(), "--urls", $"{address}", "--environment", "Production", .. replicas, .. arguments]);
        using var client = new HttpClient { BaseAddress = address };
        try
        {
            await process.ReadyAsync(token => AnswersAsync(client, token), cancellationToken);
            return new WebServer(process, address);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync("/alive", cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Each project builds into a sibling folder of the same name: bin/{project}/{configuration}.
    private static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "SoundFoundry.Web", own.Name, "SoundFoundry.Web.dll");
    }
}
