using System.Net;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Renditions;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Renditions;

/// <summary>What a request costs that waits for a rendition, with no worker there to make it.</summary>
public sealed class RenditionWaitTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly RunningStack _stack = new(postgres);
    private HttpClient _user = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _stack.StartApiAsync(Stop);
        // A link that is given leads to no file here.
        _user = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _stack.Address };
    }

    [Fact]
    public async Task A_request_that_waits_orders_nothing_again()
    {
        var asked = AskAsync(await _stack.FinishedTrackAsync(_user));
        await OrderedAsync();

        // Long ago, so that whoever asked now would have it tried again.
        await _stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE renditions SET state = 'FAILED', error_code = 'rendition_failed', error = 'No.', ended_at = now() - interval '2 days'", Stop));

        using var answer = await asked;
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.ReadAsync()).GetProperty("detail").GetString().ShouldBe("No.");
    }

    [Fact]
    public async Task Only_so_many_requests_of_a_user_wait_and_the_next_is_told_so_at_once()
    {
        var track = await _stack.FinishedTrackAsync(_user);
        var requests = Enumerable.Range(0, RenditionWaits.Most + 1).Select(_ => AskAsync(track)).ToList();

        // Sooner than any of them could have waited to the end.
        using var refused = await await Task.WhenAny(requests).WaitAsync(TimeSpan.FromSeconds(18), Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (refused.Headers.RetryAfter!.Delta, (await refused.ReadAsync()).GetProperty("code").GetString())
            .ShouldBe((TimeSpan.FromSeconds(5), "rendition_pending"));
        requests.Count(request => !request.IsCompleted).ShouldBe(RenditionWaits.Most);

        await _stack.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE renditions SET state = 'MADE', key = 'users/1/tracks/1/renditions/1-mp3-1.mp3'", Stop));
        var answers = await Task.WhenAll(requests);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(RenditionWaits.Most);
        using var free = await AskAsync(track);
        free.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_track_that_is_deleted_while_one_waits_is_not_found()
    {
        var asked = AskAsync(await _stack.FinishedTrackAsync(_user));
        await OrderedAsync();

        await _stack.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE renditions SET state = 'DROPPED', fence = fence + 1", Stop));

        using var answer = await asked;
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> AskAsync(long track) => _user.GetAsync($"/api/tracks/{track}/audio?format=mp3", Stop);

    private async Task OrderedAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        while (!await _stack.WithDbAsync(db => db.Renditions.AnyAsync(patience.Token)))
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }

    public ValueTask DisposeAsync()
    {
        _user.Dispose();
        return _stack.DisposeAsync();
    }
}
