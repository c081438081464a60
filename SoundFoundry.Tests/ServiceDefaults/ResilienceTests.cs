using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SoundFoundry.ServiceDefaults;

namespace SoundFoundry.Tests.ServiceDefaults;

/// <summary>One caller's trouble, or one service's, is not everybody's.</summary>
public sealed class ResilienceTests
{
    private const int EnoughToOpenACircuit = 200;

    [Fact]
    public async Task A_refusal_for_asking_too_much_is_handed_on_at_once_and_closes_the_way_to_nobody()
    {
        var answer = HttpStatusCode.TooManyRequests;
        var asked = 0;
        await using var app = App(_ => { asked++; return answer; });
        using var http = Client(app, "one");

        for (var i = 0; i < EnoughToOpenACircuit; i++)
            using (var refused = await http.GetAsync("http://api/", TestContext.Current.CancellationToken))
                refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        asked.ShouldBe(EnoughToOpenACircuit);

        answer = HttpStatusCode.OK;
        using var other = Client(app, "other");
        using var response = await other.GetAsync("http://api/", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_service_that_fails_closes_the_way_to_itself_alone()
    {
        await using var app = App(request => request.RequestUri!.Host == "sick" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK);
        using var http = Client(app, "one");

        await Should.ThrowAsync<Polly.CircuitBreaker.BrokenCircuitException>(async () =>
        {
            for (var i = 0; i < EnoughToOpenACircuit; i++)
                using (await http.PostAsync("http://sick/", null, TestContext.Current.CancellationToken)) { }
        });

        using var response = await http.PostAsync("http://well/", null, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static HttpClient Client(WebApplication app, string name) => app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    private static WebApplication App(Func<HttpRequestMessage, HttpStatusCode> answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        foreach (var name in new[] { "one", "other" })
            builder.Services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => new Answers(answer));
        return builder.Build();
    }

    private sealed class Answers(Func<HttpRequestMessage, HttpStatusCode> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(answer(request)) { RequestMessage = request });
    }
}
