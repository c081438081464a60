using System.Net;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Limits;

public sealed class WaitingJobTests(SharedPostgres postgres) : IAsyncLifetime
{
    private const int Limit = 10;

    /// <summary>Without a worker: whatever is accepted waits.</summary>
    private readonly RunningStack _stack = new(postgres);

    public async ValueTask InitializeAsync() => await _stack.StartApiAsync(
        CancellationToken.None, settings: new Dictionary<string, string> { ["Limits:WaitingJobs"] = $"{Limit}" });

    [Fact]
    public async Task Of_many_requests_at_once_no_more_are_accepted_than_may_wait()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => PostAsync(1)));

        answers.Count(answer => answer.Status == HttpStatusCode.Accepted).ShouldBe(Limit);
        answers.Where(answer => answer.Status != HttpStatusCode.Accepted)
            .ShouldAllBe(answer => answer.Status == HttpStatusCode.TooManyRequests && answer.Body.Contains("too_many_waiting"));
        answers.First(answer => answer.Status == HttpStatusCode.TooManyRequests).Body.ShouldContain($"and {Limit} may");
    }

    [Fact]
    public async Task Variations_and_retries_count_like_any_other_job()
    {
        for (var i = 0; i < 2; i++) (await PostAsync(4)).Status.ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync(4)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await PostAsync(1)).Status.ShouldBe(HttpStatusCode.Accepted);
        var (_, job) = await _stack.Client.CreateTrackAsync();

        using var canceled = await _stack.Client.PostAsync($"/api/jobs/{job}/cancel", null, TestContext.Current.CancellationToken);
        canceled.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(1)).Status.ShouldBe(HttpStatusCode.Accepted);
        using var retried = await _stack.Client.PostAsync($"/api/jobs/{job}/retry", null, TestContext.Current.CancellationToken);

        retried.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(int variations)
    {
        using var response = await _stack.Client.PostTrackAsync(new { prompt = "rain", duration_s = 5, variations });
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
