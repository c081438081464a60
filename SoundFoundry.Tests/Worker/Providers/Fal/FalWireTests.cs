using System.Text.Json.Nodes;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Worker.Providers.Remote;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Worker.Providers.Fal;

public sealed class FalWireTests
{
    private const string Audio = """{"audio":{"url":"https://v3.fal.media/files/b/abc/out.wav","content_type":"audio/wav"},"seed":7}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_submit_is_the_model_s_input_itself_with_the_key_and_without_our_data_being_kept()
    {
        await using var server = new RawServer(RawAnswers.Json(200, """{"request_id":"764cabcf-b745"}"""));
        using var wires = new Wires(server.Address);

        await wires.SubmitAsync("fal", new Uri("https://music.test/api/hooks/fal/abc?d=1"), Cancelled);

        var request = server.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Target.ShouldBe("/fal-ai/stable-audio-25/text-to-audio?fal_webhook=https%3A%2F%2Fmusic.test%2Fapi%2Fhooks%2Ffal%2Fabc%3Fd%3D1");
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), Wires.Input()).ShouldBeTrue();
        request.Header("Authorization").ShouldBe($"Key {Wires.FalKey}");
        request.Header("Content-Type").ShouldBe("application/json");
        request.Header("X-Fal-Store-IO").ShouldBe("0");
        request.Header("X-Fal-Object-Lifecycle-Preference").ShouldBe("""{"expiration_duration_seconds":86400}""");
        request.Header("X-Fal-Request-Timeout").ShouldBe("600");
        request.Header("X-Fal-No-Retry").ShouldBeNull();
    }

    [Fact]
    public async Task The_addresses_that_fal_gives_are_kept()
    {
        var handle = await AcceptedAsync(Wires.FalModel, at => $$"""
            {"status":"IN_QUEUE","request_id":"764c","response_url":"{{at}}r/764c","status_url":"{{at}}r/764c/status/","cancel_url":"{{at}}r/764c/cancel","queue_position":0,"logs":null,"metrics":{} }
            """);

        (handle.RequestId, handle.StatusUrl.AbsolutePath, handle.ResultUrl.AbsolutePath, handle.CancelUrl.AbsolutePath)
            .ShouldBe(("764c", "/r/764c/status/", "/r/764c", "/r/764c/cancel"));
    }

    [Theory]
    [InlineData("https://evil.test/r/764c")]
    [InlineData("http://127.0.0.1:1/r/764c")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/r/764c")]
    [InlineData("")]
    public async Task Addresses_that_would_take_our_key_elsewhere_are_replaced_by_the_known_ones(string given)
    {
        var handle = await AcceptedAsync(
            Wires.FalModel, _ => $$"""{"request_id":"764c","response_url":"{{given}}","status_url":"{{given}}","cancel_url":"{{given}}"}""");

        handle.StatusUrl.AbsolutePath.ShouldBe("/fal-ai/stable-audio-25/requests/764c/status");
        handle.ResultUrl.AbsolutePath.ShouldBe("/fal-ai/stable-audio-25/requests/764c");
        handle.CancelUrl.AbsolutePath.ShouldBe("/fal-ai/stable-audio-25/requests/764c/cancel");
        handle.ResultUrl.Host.ShouldBe("127.0.0.1");
    }

    [Theory]
    [InlineData("fal-ai/ace-step", "/fal-ai/ace-step/requests/764c")]
    [InlineData("fal-ai/minimax-music/v2.6", "/fal-ai/minimax-music/requests/764c")]
    [InlineData("CassetteAI/music-generator", "/CassetteAI/music-generator/requests/764c")]
    [InlineData("workflows/me/song/deep", "/workflows/me/song/requests/764c")]
    [InlineData("comfy/me/song", "/comfy/me/song/requests/764c")]
    public async Task Requests_are_filed_under_owner_and_app_in_their_own_spelling(string endpoint, string path) =>
        (await AcceptedAsync(new MusicModel { Provider = "fal", Name = "x", Endpoint = endpoint }, _ => """{"request_id":"764c"}""")).ResultUrl.AbsolutePath.ShouldBe(path);

    public static TheoryData<int, string, object> Statuses => new()
    {
        { 202, """{"status":"IN_QUEUE","queue_position":3,"response_url":"x"}""", new RemoteState.Queued(3) },
        { 202, """{"status":"IN_QUEUE"}""", new RemoteState.Queued(null) },
        { 200, """{"status":"IN_QUEUE","queue_position":"3"}""", new RemoteState.Queued(null) },
        { 202, """{"status":"IN_PROGRESS","logs":null}""", new RemoteState.Running(null) },
        { 202, """{"status":"IN_PROGRESS","logs":[{"message":"Loading: 100%"},{"message":" 42%|####   | 21/50 [00:03<00:04]"}]}""", new RemoteState.Running(0.42) },
        { 202, """{"status":"IN_PROGRESS","logs":[{"message":"10%"},{"message":"almost"}]}""", new RemoteState.Running(null) },
        { 202, """{"status":"IN_PROGRESS","logs":"none"}""", new RemoteState.Running(null) },
        { 200, """{"status":"REHEARSING"}""", new RemoteState.Running(null) },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task What_the_status_says_is_what_the_work_does(int status, string body, object expected) =>
        (await AskAsync(_ => RawAnswers.Json(status, body))).ShouldBe(expected);

    [Theory]
    [InlineData("""{"audio":{"url":"https://v3.fal.media/a.wav"}}""")]
    [InlineData("""{"audio_file":{"url":"https://v3.fal.media/a.wav"}}""")]
    [InlineData("""{"audio":[{"url":"https://v3.fal.media/a.wav"},{"url":"https://v3.fal.media/b.wav"}]}""")]
    [InlineData("""{"audio":null,"audios":[{"url":"https://v3.fal.media/a.wav"}]}""")]
    [InlineData("""{"audio":"https://v3.fal.media/a.wav"}""")]
    public async Task The_audio_is_found_under_each_name_it_has(string result) =>
        (await AskAsync(Completed(RawAnswers.Json(200, result)))).ShouldBe(new RemoteState.Finished(new Uri("https://v3.fal.media/a.wav")));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"audio":{"url":"data:audio/wav;base64,AAAA"}}""")]
    [InlineData("""{"audio":{"url":"file:///etc/passwd"}}""")]
    [InlineData("""{"audio":{"url":""}}""")]
    [InlineData("""{"audio":[]}""")]
    public async Task A_result_without_audio_is_a_failure(string result) =>
        (await AskAsync(Completed(RawAnswers.Json(200, result)))).ShouldBeOfType<RemoteState.Failed>()
            .Failure.ShouldBe(new Failure(FailureClass.Artifact, "no_audio", "The result of fal-ai/stable-audio-25/text-to-audio has no audio in it."));

    [Fact]
    public async Task A_result_that_is_there_counts_even_if_the_status_names_an_error() =>
        (await AskAsync(Completed(RawAnswers.Json(200, Audio), ""","error":"x","error_type":"runner_disconnected" """))).ShouldBeOfType<RemoteState.Finished>();

    [Fact]
    public async Task The_error_of_the_status_is_told_if_the_result_has_none() =>
        (await AskAsync(Completed(RawAnswers.Json(200, "{}"), ""","error":"Runner disconnected","error_type":"runner_disconnected" """)))
            .ShouldBe(new RemoteState.Failed(new Failure(FailureClass.Provider, "runner_disconnected", "fal failed: Runner disconnected")));

    [Fact]
    public async Task A_result_with_the_job_s_own_error_ends_it() =>
        (await AskAsync(Completed(RawAnswers.Json(422, """{"detail":[{"loc":["body","prompt"],"msg":"Not this.","type":"content_policy_violation"}]}"""))))
            .ShouldBe(new RemoteState.Failed(new Failure(FailureClass.Policy, "content_policy_violation", "fal refused it for its content: prompt: Not this.")));

    [Theory]
    [InlineData(500, "", "x-fal-request-id: 764c")]
    [InlineData(504, """{"detail":"Request timed out","error_type":"request_timeout"}""", "x-y: z")]
    public async Task A_failure_of_the_job_itself_ends_it(int status, string body, string header) =>
        (await AskAsync(Completed(RawAnswers.Json(status, body, header)))).ShouldBeOfType<RemoteState.Failed>().Failure.Class.ShouldBe(FailureClass.Provider);

    [Fact]
    public async Task A_result_that_is_not_ready_yet_means_that_the_work_goes_on() =>
        (await AskAsync(Completed(RawAnswers.Json(400, """{"detail":"Request is still in progress"}""")))).ShouldBe(new RemoteState.Running(null));

    [Fact]
    public async Task A_result_that_fal_denies_says_nothing_yet_of_the_work() =>
        (await AskAsync(Completed(RawAnswers.Json(404, """{"status":"NOT_FOUND"}""")))).ShouldBeOfType<RemoteState.Denied>()
            .Failure.Code.ShouldBe("404");

    [Theory]
    [InlineData(429, "{}")]
    [InlineData(502, "<html>nginx</html>")]
    [InlineData(503, "")]
    [InlineData(302, "")]
    [InlineData(200, "half")]
    public async Task A_gateway_s_answer_for_the_result_says_nothing(int status, string body) =>
        (await AskAsync(Completed(RawAnswers.Json(status, body)))).ShouldBeOfType<RemoteState.Unclear>();

    [Theory]
    [InlineData(429, "{}")]
    [InlineData(408, "{}")]
    [InlineData(500, """{"detail":"x"}""")]
    [InlineData(502, "<html>nginx</html>")]
    [InlineData(302, "")]
    [InlineData(200, "no JSON")]
    [InlineData(200, "{}")]
    [InlineData(200, "[]")]
    public async Task An_answer_without_a_status_says_nothing(int status, string body) =>
        (await AskAsync(_ => RawAnswers.Json(status, body))).ShouldBeOfType<RemoteState.Unclear>();

    [Fact]
    public async Task A_connection_that_breaks_while_we_ask_says_nothing() =>
        (await AskAsync(_ => RawAnswers.Reset)).ShouldBeOfType<RemoteState.Unclear>();

    [Theory]
    [InlineData(401, """{"detail":"invalid key credentials"}""", FailureClass.Account)]
    [InlineData(403, """{"detail":"User is locked. Reason: TOP_UP."}""", FailureClass.Account)]
    [InlineData(404, """{"status":"NOT_FOUND"}""", FailureClass.Provider)]
    [InlineData(410, "", FailureClass.Provider)]
    public async Task A_provider_that_will_not_say_is_told_apart_from_one_that_failed(int status, string body, FailureClass expected)
    {
        var denied = (await AskAsync(_ => RawAnswers.Json(status, body))).ShouldBeOfType<RemoteState.Denied>();

        (denied.Failure.Class, denied.Failure.Code).ShouldBe((expected, status.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_lock_that_hides_a_finished_result_is_no_end_of_the_work() =>
        (await AskAsync(Completed(RawAnswers.Json(403, """{"detail":"User is locked. Reason: TOP_UP."}""")))).ShouldBeOfType<RemoteState.Denied>();

    [Theory]
    [InlineData(202, """{"status":"CANCELLATION_REQUESTED"}""", true)]
    [InlineData(200, """{"success":true}""", true)]
    [InlineData(200, """{"success":false}""", false)]
    [InlineData(400, """{"status":"ALREADY_COMPLETED"}""", false)]
    [InlineData(404, """{"status":"NOT_FOUND"}""", false)]
    [InlineData(500, "", false)]
    public async Task A_cancellation_is_asked_for_by_PUT_and_may_be_declined(int status, string body, bool expected)
    {
        await using var server = new RawServer(RawAnswers.Json(status, body));
        using var wires = new Wires(server.Address);

        (await wires.Fal.CancelAsync(wires.Fal.HandleOf(Wires.FalModel, "764c"), Cancelled)).ShouldBe(expected);

        var request = server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target).ShouldBe(("PUT", "/fal-ai/stable-audio-25/requests/764c/cancel"));
    }

    private static Func<RawRequest, RawAnswer> Completed(RawAnswer result, string more = "") => request =>
        request.Target.Contains("/status", StringComparison.Ordinal)
            ? RawAnswers.Json(200, $$"""{"status":"COMPLETED","logs":[],"metrics":{"inference_time":3.4}{{more}}}""")
            : result;

    private static async Task<RemoteState> AskAsync(Func<RawRequest, RawAnswer> answer)
    {
        await using var server = new RawServer(answer);
        using var wires = new Wires(server.Address);
        var state = await wires.Fal.AskAsync(Wires.FalModel, wires.Fal.HandleOf(Wires.FalModel, "764c"), Cancelled);
        server.Requests.First().Target.ShouldBe("/fal-ai/stable-audio-25/requests/764c/status?logs=1");
        return state;
    }

    private static async Task<RemoteHandle> AcceptedAsync(MusicModel model, Func<Uri, string> answer)
    {
        RawServer? server = null;
        await using (server = new RawServer(_ => RawAnswers.Json(200, answer(server!.Address))))
        {
            using var wires = new Wires(server.Address);
            return (await wires.Fal.SubmitAsync(model, Wires.Input(), null, Cancelled)).ShouldBeOfType<SubmitAnswer.Accepted>().Handle;
        }
    }
}
