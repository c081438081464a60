using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Tests.Worker.Providers.Remote;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Security;

/// <summary>A log is read by people in trouble: nobody else may write in it.</summary>
public sealed class LogForgeryTests(SharedPostgres postgres)
{
    private const string Forgery = "x\r\nfail: SoundFoundry[9999]\n      FORGED by \u001b[2J\u001b[31mstrangers\u0007";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_strangers_write_stands_in_no_line_of_the_logs()
    {
        using var logs = new CollectedLogs();
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Stop);
        var worker = stack.StartWorker();
        worker.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        await stack.WithServiceAsync<ILoggerFactory, int>(factory =>
        {
            factory.AddProvider(logs);
            return Task.FromResult(0);
        });

        using var made = await stack.Client.PostTrackAsync(new { prompt = Forgery, title = Forgery, tags = new[] { "FORGED\r\nx" }, duration_s = 5 });
        var created = await made.ReadAsync();
        var (track, job) = (created.GetProperty("track_id").GetInt64(), created.GetProperty("job_id").GetInt64());
        await stack.Client.JobReachesAsync(job, "COMPLETE");
        (await stack.Client.PatchAsync($"/api/tracks/{track}", Json(new { title = Forgery }), Stop)).EnsureSuccessStatusCode();
        (await SendAsync(stack.Client, $"/api/tracks?q={Uri.EscapeDataString(Forgery)}", "User-Agent", "FORGED")).Dispose();
        (await SendAsync(stack.Client, "/api/tracks/FORGED%0d%0afail:%20x", "Referer", "http://FORGED/")).Dispose();
        (await SendAsync(stack.Client, "/api/events", "Last-Event-ID", "FORGED")).Dispose();
        (await SendAsync(stack.Client, "/api/tracks", "traceparent", "00-FORGED")).Dispose();
        (await SendAsync(stack.Client, "/api/tracks", "Host", "FORGED.example")).Dispose();
        (await stack.Client.PostTrackAsync(new { prompt = "FORGED", provider = "FORGED\r\n", model = "FORGED\r\n" })).Dispose();

        logs.Lines.ShouldContain(line => line.Contains($"Job {job}: Complete"));
        logs.Lines.Where(line => line.Contains("FORGED", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_provider_s_reason_is_one_line_without_signs_that_steer_a_terminal()
    {
        const string words = """{"detail":"no\r\nJob 1: Complete\u001b[2J\u202e\u0000\u0085next"}""";
        await using var server = new RawServer(RawAnswers.Json(403, words));
        using var wires = new Wires(server.Address);

        var refused = (await wires.SubmitAsync("fal", cancellationToken: Stop)).ShouldBeOfType<SubmitAnswer.Refused>();

        refused.Failure.Reason.ShouldContain("Job 1: Complete");
        refused.Failure.Reason.ShouldNotContain(sign => char.IsControl(sign) || sign == '\u202e');
    }

    private static System.Net.Http.Json.JsonContent Json(object body) => System.Net.Http.Json.JsonContent.Create(body);

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }
}
