using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Tests.Telemetry;

public sealed class TraceTests(RunningStack stack, SharedPostgres postgres) : IClassFixture<RunningStack>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_trace_leads_from_the_request_to_the_completed_job()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Name or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        var (_, jobId) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(jobId, "COMPLETE");
        await stack.Client.UntilAsync("/api/health/providers", _ => spans.Any(span => IsOf(span, jobId, Spans.Process)));

        var process = spans.Single(span => IsOf(span, jobId, Spans.Process));
        var trace = spans.Where(span => span.TraceId == process.TraceId).ToList();
        var request = trace.Single(span => span.Source.Name == "Microsoft.AspNetCore" && span.Kind == ActivityKind.Server);
        var publish = trace.Single(span => span.OperationName == Spans.Publish);
        publish.ParentSpanId.ShouldBe(request.SpanId);
        process.ParentSpanId.ShouldBe(publish.SpanId);
        foreach (var step in (string[])[Spans.Claim, Spans.Render, Spans.Complete])
            trace.Single(span => span.OperationName == step).ParentSpanId.ShouldBe(process.SpanId, step);
        var render = trace.Single(span => span.OperationName == Spans.Render);
        foreach (var step in (string[])[Spans.Inspect, Spans.Store])
            trace.Single(span => span.OperationName == step).ParentSpanId.ShouldBe(render.SpanId, step);
        render.GetTagItem(Tags.Provider).ShouldBe("studio");
        publish.GetTagItem(Tags.MessagingSystem).ShouldBe("redis");
    }

    [Fact]
    public async Task A_job_is_counted_where_it_is_accepted_picked_up_rendered_and_ended()
    {
        var seen = new ConcurrentDictionary<string, int>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == Name) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => seen.AddOrUpdate(instrument.Name, 1, (_, count) => count + 1));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => seen.AddOrUpdate(instrument.Name, 1, (_, count) => count + 1));
        listener.Start();

        var (_, jobId) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(jobId, "COMPLETE");

        string[] expected =
        [
            "soundfoundry.jobs.accepted", "soundfoundry.jobs.pickup", "soundfoundry.render.duration", "soundfoundry.jobs.ended",
            "soundfoundry.queue.depth", "soundfoundry.queue.oldest",
        ];
        await stack.Client.UntilAsync("/api/health/providers", _ => expected.All(seen.ContainsKey));
    }

    [Fact]
    public async Task Telemetry_goes_out_by_OTLP_when_an_endpoint_is_set()
    {
        var received = new ConcurrentQueue<string>();
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.Run(context =>
        {
            received.Enqueue(context.Request.Path);
            context.Response.StatusCode = (int)HttpStatusCode.OK;
            return Task.CompletedTask;
        });
        await collector.StartAsync(Cancelled);
        await using var own = new RunningStack(postgres);
        await own.StartApiAsync(Cancelled);

        own.StartWorker(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "500"));
        var (_, jobId) = await own.Client.CreateTrackAsync();
        await own.Client.JobReachesAsync(jobId, "COMPLETE");

        await own.Client.UntilAsync("/api/health/providers", _ => new[] { "/v1/traces", "/v1/metrics", "/v1/logs" }.All(received.Contains));
    }

    private static bool IsOf(Activity span, long jobId, string name) =>
        span.OperationName == name && Equals(span.GetTagItem(Tags.JobId), jobId) && span.GetTagItem(Tags.Outcome) is not null;
}
