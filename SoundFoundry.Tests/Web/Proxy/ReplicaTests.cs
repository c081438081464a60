using System.Net;

namespace SoundFoundry.Tests.Web;

public sealed class ReplicaTests : IAsyncLifetime
{
    private EchoApi _first = null!;
    private EchoApi _second = null!;
    private WebServer _web = null!;
    private HttpClient _client = null!;

    [Fact]
    public async Task A_replica_that_cannot_be_connected_to_costs_no_request()
    {
        await PostAsync(20);
        _first.Requests.ShouldBeGreaterThan(0);
        _second.Requests.ShouldBeGreaterThan(0);

        await _first.DisposeAsync();

        (await PostAsync(40)).ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_replica_that_says_it_is_not_ready_gets_no_more_requests()
    {
        _first.TurnAway();
        await UntilAsync(() => _first.TurnedAway > 1);
        var before = _first.Requests;

        (await PostAsync(40)).ShouldAllBe(status => status == HttpStatusCode.OK);
        _first.Requests.ShouldBe(before);
    }

    [Fact]
    public async Task When_none_is_ready_they_are_asked_all_the_same_for_their_answers_say_more()
    {
        _first.TurnAway();
        _second.TurnAway();
        await UntilAsync(() => _first.TurnedAway > 1 && _second.TurnedAway > 1);

        (await PostAsync(40)).ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        _first = await EchoApi.StartAsync(stop);
        _second = await EchoApi.StartAsync(stop);
        _web = await WebServer.StartAsync([_first.Address, _second.Address], stop);
        _client = new HttpClient { BaseAddress = _web.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _web.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    /// <summary>Web has heard the answer before the one after it is asked for.</summary>
    private static async Task UntilAsync(Func<bool> fact)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!fact()) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }

    private async Task<List<HttpStatusCode>> PostAsync(int times)
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < times; i++)
        {
            using var response = await _client.PostAsync("/api/echo", new StringContent("{}"), TestContext.Current.CancellationToken);
            answers.Add(response.StatusCode);
        }

        return answers;
    }
}
