using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SoundFoundry.Tests.Web.Visitors;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Events;

namespace SoundFoundry.Tests.Web.Events;

public sealed class JobEventsTests
{
    [Fact]
    public async Task A_lost_stream_is_opened_again_from_where_it_broke()
    {
        var asked = Channel.CreateUnbounded<string>();
        await using var api = await ServeAsync(async context =>
        {
            await asked.Writer.WriteAsync(context.Request.Headers["Last-Event-ID"].ToString());
            context.Response.ContentType = "text/event-stream";
            const string job = """{"id":10,"track_id":1,"status":"QUEUED","version":41}""";
            await context.Response.WriteAsync($"event: job\ndata: {job}\nid: 41\n\n");
            await context.Response.WriteAsync("event: ping\ndata: null\n\n");
        });
        using var http = new HttpClient { BaseAddress = new Uri(api.Urls.First()) };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var listener = new Recorder();

        var following = new JobEvents(http, Nobody.Visitor, TimeProvider.System, NullLogger<JobEvents>.Instance).FollowAsync(listener, over.Token);

        (await asked.Reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await asked.Reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBe("41");
        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(following);
        listener.Heard.Take(3).ShouldBe(["connected", "job 10 v41", "disconnected"]);
    }

    [Fact]
    public async Task An_api_that_answers_badly_is_asked_again()
    {
        var asked = Channel.CreateUnbounded<int>();
        await using var api = await ServeAsync(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await asked.Writer.WriteAsync(0);
        });
        using var http = new HttpClient { BaseAddress = new Uri(api.Urls.First()) };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var listener = new Recorder();

        var following = new JobEvents(http, Nobody.Visitor, TimeProvider.System, NullLogger<JobEvents>.Instance).FollowAsync(listener, over.Token);

        await asked.Reader.ReadAsync(TestContext.Current.CancellationToken);
        await asked.Reader.ReadAsync(TestContext.Current.CancellationToken);
        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(following);
        listener.Heard.ShouldAllBe(heard => heard == "disconnected");
    }

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

    private sealed class Recorder : IJobListener
    {
        public List<string> Heard { get; } = [];

        public Task ConnectedAsync(CancellationToken cancellationToken) => Hear("connected");

        public Task ChangedAsync(Job job, CancellationToken cancellationToken) => Hear($"job {job.Id} v{job.Version}");

        public Task DisconnectedAsync(CancellationToken cancellationToken) => Hear("disconnected");

        private Task Hear(string what)
        {
            Heard.Add(what);
            return Task.CompletedTask;
        }
    }
}
