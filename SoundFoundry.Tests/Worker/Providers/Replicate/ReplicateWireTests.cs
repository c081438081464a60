using System.Text.Json;
using System.Text.Json.Nodes;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Worker.Providers.Remote;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Tests.Worker.Providers.Replicate;

public sealed class ReplicateWireTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_official_model_is_run_by_its_name()
    {
        var request = await SubmittedAsync(Wires.ReplicateModel, new Uri("https://music.test/api/hooks/replicate/abc"));

        (request.Method, request.Target).ShouldBe(("POST", "/v1/models/stability-ai/stable-audio-2.5/predictions"));
        var body = JsonElement.Parse(request.Body);
        JsonElement.DeepEquals(body.GetProperty("input"), JsonSerializer.SerializeToElement(Wires.Input())).ShouldBeTrue();
        body.GetProperty("webhook").GetString().ShouldBe("https://music.test/api/hooks/replicate/abc");
        body.GetProperty("webhook_events_filter").GetRawText().ShouldBe("""["completed"]""");
        body.TryGetProperty("version", out _).ShouldBeFalse();
        request.Header("Authorization").ShouldBe($"Bearer {Wires.ReplicateToken}");
        request.Header("Cancel-After").ShouldBe("660s");
        request.Header("Prefer").ShouldBeNull();
    }

    [Fact]
    public async Task Any_other_model_is_run_by_its_version()
    {
        var request = await SubmittedAsync(Wires.Versioned, null);

        request.Target.ShouldBe("/v1/predictions");
        var body = JsonNode.Parse(request.Body)!.AsObject();
        body["version"]!.GetValue<string>().ShouldBe(Wires.Versioned.Version);
        body.ContainsKey("webhook").ShouldBeFalse();
        body.ContainsKey("webhook_events_filter").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"get":"AT/v1/predictions/vgcm?x=1","cancel":"AT/v1/p/vgcm/cancel"}""", "/v1/predictions/vgcm?x=1", "/v1/p/vgcm/cancel")]
    [InlineData("""{"get":"https://evil.test/x","cancel":"https://evil.test/x/cancel"}""", "/v1/predictions/vgcm", "/v1/predictions/vgcm/cancel")]
    [InlineData("null", "/v1/predictions/vgcm", "/v1/predictions/vgcm/cancel")]
    public async Task The_addresses_are_Replicate_s_own(string urls, string get, string cancel)
    {
        RawServer? server = null;
        await using (server = new RawServer(_ => RawAnswers.Json(201, $$"""
            {"id":"vgcm","model":"stability-ai/sdxl","version":"hidden","input":{},"logs":"","error":null,"status":"starting",
             "created_at":"2023-08-16T18:57:08.36078514Z","urls":{{urls.Replace("AT", server!.Address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal)}}}
            """)))
        {
            using var wires = new Wires(server.Address);

            var handle = (await wires.SubmitAsync("replicate", cancellationToken: Cancelled)).ShouldBeOfType<SubmitAnswer.Accepted>().Handle;

            (handle.RequestId, handle.StatusUrl.PathAndQuery, handle.ResultUrl.PathAndQuery, handle.CancelUrl.PathAndQuery).ShouldBe(("vgcm", get, get, cancel));
        }
    }

    [Theory]
    [InlineData(200, """{"id":"vgcm","status":"processing"}""", typeof(RemoteState.Running))]
    [InlineData(200, """{"id":"vgcm"}""", typeof(RemoteState.Unclear))]
    [InlineData(200, "<html>", typeof(RemoteState.Unclear))]
    [InlineData(429, """{"detail":"Request was throttled."}""", typeof(RemoteState.Unclear))]
    [InlineData(500, """{"detail":"Internal server error"}""", typeof(RemoteState.Unclear))]
    [InlineData(503, "", typeof(RemoteState.Unclear))]
    [InlineData(302, "", typeof(RemoteState.Unclear))]
    [InlineData(401, """{"title":"Unauthenticated","detail":"x"}""", typeof(RemoteState.Denied))]
    [InlineData(403, "", typeof(RemoteState.Denied))]
    [InlineData(404, """{"detail":"The requested resource could not be found."}""", typeof(RemoteState.Denied))]
    public async Task An_answer_about_a_prediction_is_what_it_is(int status, string body, Type expected)
    {
        await using var server = new RawServer(RawAnswers.Json(status, body));
        using var wires = new Wires(server.Address);

        (await wires.Replicate.AskAsync(Wires.ReplicateModel, wires.Replicate.HandleOf(Wires.ReplicateModel, "vgcm"), Cancelled)).ShouldBeOfType(expected);

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/v1/predictions/vgcm");
    }

    [Theory]
    [InlineData(200, """{"id":"vgcm","status":"canceled","logs":null,"output":null}""", true)]
    [InlineData(200, """{"id":"vgcm","status":"processing"}""", true)]
    [InlineData(200, """{"id":"vgcm","status":"succeeded"}""", false)]
    [InlineData(404, "", false)]
    public async Task A_cancellation_is_asked_for_by_POST_and_may_come_too_late(int status, string body, bool expected)
    {
        await using var server = new RawServer(RawAnswers.Json(status, body));
        using var wires = new Wires(server.Address);

        (await wires.Replicate.CancelAsync(wires.Replicate.HandleOf(Wires.ReplicateModel, "vgcm"), Cancelled)).ShouldBe(expected);

        var request = server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target).ShouldBe(("POST", "/v1/predictions/vgcm/cancel"));
    }

    [Theory]
    [InlineData(200, """{"type":"user","username":"me"}""", null)]
    [InlineData(401, """{"title":"Unauthenticated","detail":"x","status":401}""", FailureClass.Account)]
    [InlineData(500, "", FailureClass.Provider)]
    [InlineData(200, "<html>", FailureClass.Provider)]
    public async Task The_account_tells_whether_the_key_is_good(int status, string body, FailureClass? expected)
    {
        await using var server = new RawServer(RawAnswers.Json(status, body));
        using var wires = new Wires(server.Address);

        (await wires.Replicate.ProbeAsync(Cancelled))?.Class.ShouldBe(expected!.Value);

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/v1/account");
    }

    private static async Task<RawRequest> SubmittedAsync(MusicModel model, Uri? callback)
    {
        await using var server = new RawServer(RawAnswers.Json(201, """{"id":"vgcm","status":"starting"}"""));
        using var wires = new Wires(server.Address);
        (await wires.Replicate.SubmitAsync(model, Wires.Input(), callback, Cancelled)).ShouldBeOfType<SubmitAnswer.Accepted>();
        return server.Requests.ShouldHaveSingleItem();
    }
}
