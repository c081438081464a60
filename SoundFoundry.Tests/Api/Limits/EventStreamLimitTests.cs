using System.Net;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Limits;

public sealed class EventStreamLimitTests(SharedPostgres postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_user_has_so_many_streams_and_another_when_one_ends()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled, settings: new Dictionary<string, string> { ["Limits:EventStreams"] = "2" });
        using var first = await OpenAsync(stack);
        using var second = await OpenAsync(stack);
        using var third = await OpenAsync(stack);

        (first.StatusCode, second.StatusCode, third.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests));
        (await third.ReadAsync()).GetProperty("code").GetString().ShouldBe("too_many_streams");

        first.Dispose();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var fourth = await OpenAsync(stack);
            if (fourth.StatusCode == HttpStatusCode.OK) break;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    private static Task<HttpResponseMessage> OpenAsync(RunningStack stack) =>
        stack.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Cancelled);
}
