using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SoundFoundry.Tests.Web.Create;
using SoundFoundry.Tests.Web.Visitors;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Tests.Web.Api;

public sealed class ApiClientTests
{
    private static readonly CreateTrack Request = new("rain", 30, false, 0.5) { Variations = 1 };

    [Fact]
    public async Task Each_click_begins_a_trace_of_its_own_that_api_goes_on_with()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "SoundFoundry.Web",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        using var circuit = new Activity("circuit").Start();
        string? seen = null;
        await using var api = await ServeAsync(context =>
        {
            seen = context.Request.Headers.TraceParent;
            return context.Response.WriteAsync("""{"track_id":1,"job_id":2}""", context.RequestAborted);
        });

        await ClientOf(api).CreateAsync(Request, "key", TestContext.Current.CancellationToken);

        ActivityContext.TryParse(seen, null, out var trace).ShouldBeTrue();
        trace.TraceId.ShouldNotBe(circuit.TraceId);
        Activity.Current.ShouldBe(circuit);
    }

    [Fact]
    public async Task A_creation_carries_its_key_and_only_what_was_given()
    {
        string? key = null;
        string? body = null;
        await using var api = await ServeAsync(async context =>
        {
            key = context.Request.Headers["Idempotency-Key"];
            body = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
            await context.Response.WriteAsync("""{"track_id":1,"job_id":2}""", context.RequestAborted);
        });

        var answer = await ClientOf(api).CreateAsync(Request, "key-7", TestContext.Current.CancellationToken);

        key.ShouldBe("key-7");
        body.ShouldBe("""{"prompt":"rain","duration_s":30,"has_vocals":false,"style_strength":0.5,"variations":1}""");
        answer.ShouldBeOfType<Answer<Accepted>.Ok>().Value.JobId.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_is_an_answer_in_apis_own_words()
    {
        await using var api = await ServeAsync(async context =>
        {
            context.Response.StatusCode = 409;
            context.Response.ContentType = "application/problem+json";
            await context.Response.WriteAsync("""{"detail":"The job had already ended.","code":"too_late"}""", context.RequestAborted);
        });

        var answer = await ClientOf(api).CancelAsync(2, TestContext.Current.CancellationToken);

        answer.ShouldBeOfType<Answer<Job>.Refused>().Problem.InWords.ShouldBe("The job had already ended.");
    }

    [Fact]
    public async Task An_api_that_is_away_is_an_answer_too()
    {
        var answer = await ClientOf("http://127.0.0.1:1").JobAsync(2, TestContext.Current.CancellationToken);

        var problem = answer.ShouldBeOfType<Answer<Job>.Refused>().Problem;
        (problem.Code, problem.InWords).ShouldBe(("api_unreachable", "The service does not answer right now. Try again in a moment."));
    }

    private static ApiClient ClientOf(WebApplication api) => ClientOf(api.Urls.First());

    private static ApiClient ClientOf(string address) => new(
        new HttpClient { BaseAddress = new Uri(address) }, Nobody.Visitor, ALanguage.Of<SoundFoundry.Web.Layout.Words>(), NullLogger<ApiClient>.Instance);

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
