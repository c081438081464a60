using System.Net;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Shutdown;

public sealed class DrainTests(SharedPostgres postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replica_that_stops_says_so_first_and_serves_until_its_callers_have_moved_on()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled, settings: new Dictionary<string, string> { ["Api:DrainTime"] = "00:00:15" });
        (await StatusAsync(stack, "/ready")).ShouldBe(HttpStatusCode.OK);
        using var stream = await stack.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Cancelled);

        stack.AskApiToStop();

        (await StatusAsync(stack, "/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(stack, "/alive")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(stack, "/api/tracks")).ShouldBe(HttpStatusCode.OK);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Cancelled));
        (await reader.ReadLineAsync(Cancelled)).ShouldBe("event: ping");
        using var late = await stack.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Cancelled);
        late.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_that_time_its_event_streams_end_well()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled, settings: new Dictionary<string, string> { ["Api:DrainTime"] = "00:00:00.1" });
        using var stream = await stack.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Cancelled);
        var listening = stream.Content.ReadAsStringAsync(Cancelled);

        stack.AskApiToStop();

        (await listening.WaitAsync(TimeSpan.FromSeconds(30), Cancelled)).ShouldContain("event: ping");
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningStack stack, string path)
    {
        using var response = await stack.Client.GetAsync(path, Cancelled);
        return response.StatusCode;
    }
}
