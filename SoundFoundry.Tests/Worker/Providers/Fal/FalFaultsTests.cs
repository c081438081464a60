using System.Text.Json;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Worker.Providers.Remote;
using SoundFoundry.Worker.Providers.Fal;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;
using static SoundFoundry.Core.Routing.FailureClass;

namespace SoundFoundry.Tests.Worker.Providers.Fal;

public sealed class FalFaultsTests
{
    private const string Locked = "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(401, """{"detail":"Cannot access application \"fal-ai/x\". Authentication is required to access this application."}""", Account, "fal refused the key (401): check FAL_KEY")]
    [InlineData(401, """{"detail":"invalid key credentials"}""", Account, "fal refused the key (401): check FAL_KEY")]
    [InlineData(401, "", Account, "fal refused the key (401): check FAL_KEY")]
    [InlineData(402, """{"detail":"Payment required"}""", Account, "Payment required")]
    [InlineData(403, $$"""{"detail":"{{Locked}}"}""", Account, Locked)]
    [InlineData(403, """{"detail":"user is LOCKED. reason: TOP_UP."}""", Account, "user is LOCKED. reason: TOP_UP.")]
    [InlineData(403, """{"detail":"User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing"}""", Account, "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing")]
    [InlineData(403, """{"detail":"The key lacks the required scope"}""", Account, "fal refused the key (403): check FAL_KEY and its scope. The key lacks the required scope")]
    [InlineData(403, """{"detail":"Application \"x\" is private"}""", Forbidden, "fal does not let this account use fal-ai/stable-audio-25/text-to-audio (403): Application \"x\" is private")]
    [InlineData(403, "", Forbidden, "fal does not let this account use fal-ai/stable-audio-25/text-to-audio (403): no reason given")]
    [InlineData(404, """{"detail":"Application \"stable-audio-25\" not found"}""", Drift, "fal has no model \"fal-ai/stable-audio-25/text-to-audio\" (404): check Models:fal/stable-audio-25:Endpoint")]
    [InlineData(404, """{"detail":"Path /text-to-audio not found"}""", Drift, "fal has no model \"fal-ai/stable-audio-25/text-to-audio\" (404): check Models:fal/stable-audio-25:Endpoint")]
    [InlineData(404, "", Drift, "fal has no model \"fal-ai/stable-audio-25/text-to-audio\" (404): check Models:fal/stable-audio-25:Endpoint")]
    [InlineData(429, """{"detail":"Too many requests"}""", RateLimited, "fal is asked too often (429): Too many requests")]
    [InlineData(409, """{"detail":"Conflict"}""", Provider, "fal failed (409): Conflict")]
    [InlineData(422, """{"detail":"Prompt is too short"}""", Input, "fal refused the input (422): Prompt is too short")]
    [InlineData(422, "", Input, "fal refused the input (422): no reason given")]
    [InlineData(400, """{"error":{"type":"validation_error","message":"No good","docs_url":"x","request_id":"y"}}""", Input, "fal refused the input (400): No good")]
    public void A_refused_submit_has_a_class_and_one_line_that_names_the_setting(int status, string body, FailureClass expected, string reason) =>
        FalFaults.Refused(Answer(status, body), Wires.FalModel, Now).ShouldBe(
            new Failure(expected, status.ToString(System.Globalization.CultureInfo.InvariantCulture), reason));

    [Theory]
    [InlineData("less_than_equal", Input)]
    [InlineData("greater_than", Input)]
    [InlineData("multiple_of", Input)]
    [InlineData("sequence_too_short", Input)]
    [InlineData("sequence_too_long", Input)]
    [InlineData("value_error", Input)]
    [InlineData("feature_not_supported", Input)]
    [InlineData("a_type_of_tomorrow", Input)]
    [InlineData("content_policy_violation", Policy)]
    [InlineData("missing", Drift)]
    [InlineData("value_error.missing", Drift)]
    [InlineData("extra_forbidden", Drift)]
    [InlineData("value_error.extra", Drift)]
    [InlineData("one_of", Drift)]
    [InlineData("literal_error", Drift)]
    [InlineData("type_error.enum", Drift)]
    [InlineData("type_error.integer", Drift)]
    [InlineData("string_type", Drift)]
    [InlineData("int_parsing", Drift)]
    [InlineData("no_media_generated", Provider)]
    public void A_422_at_the_result_is_told_apart_by_its_type(string type, FailureClass expected)
    {
        var failure = FalFaults.Ended(Answer(422, Entry("seconds_total", "It is wrong.", type)), Wires.FalModel, Now);

        failure.Class.ShouldBe(expected);
        failure.Code.ShouldBe(type);
        failure.Reason.ShouldContain("seconds_total");
        failure.Reason.ShouldContain("It is wrong.");
        if (expected == Drift) failure.Reason.ShouldBe("fal-ai/stable-audio-25/text-to-audio does not take our field \"seconds_total\" as it is: It is wrong. Check Models:fal/stable-audio-25:Input");
    }

    [Theory]
    [InlineData(500, "internal_server_error")]
    [InlineData(504, "generation_timeout")]
    [InlineData(400, "downstream_service_error")]
    [InlineData(500, "downstream_service_unavailable")]
    public void A_model_that_broke_is_a_fault_of_the_provider(int status, string type)
    {
        var failure = FalFaults.Ended(Answer(status, Entry("body", "It broke.", type)), Wires.FalModel, Now);

        (failure.Class, failure.Code).ShouldBe((Provider, type));
    }

    [Theory]
    [InlineData(504, "request_timeout")]
    [InlineData(504, "startup_timeout")]
    [InlineData(503, "runner_scheduling_failure")]
    [InlineData(503, "runner_disconnected")]
    [InlineData(502, "runner_incomplete_response")]
    [InlineData(500, "internal_error")]
    [InlineData(499, "client_cancelled")]
    public void A_fault_of_fal_s_own_machines_keeps_its_name(int status, string type)
    {
        var body = $$"""{"detail":"Something broke","error_type":"{{type}}"}""";

        FalFaults.Ended(Answer(status, body), Wires.FalModel, Now).ShouldBe(new Failure(Provider, type, $"fal failed ({status}): Something broke"));
    }

    [Fact]
    public void The_error_type_is_also_read_from_its_header() =>
        FalFaults.Ended(Answer(500, "", ("X-Fal-Error-Type", "runner_server_error")), Wires.FalModel, Now).Code.ShouldBe("runner_server_error");

    [Theory]
    [InlineData("Bad\r\nnews\u0007 \u202eand\u2028more\0", "fal refused the input (422): Bad news and more")]
    [InlineData("<script>alert(1)</script>", "fal refused the input (422): <script>alert(1)</script>")]
    public void Words_are_one_clean_line(string words, string reason) =>
        FalFaults.Refused(Answer(422, JsonSerializer.Serialize(new { detail = words })), Wires.FalModel, Now).Reason.ShouldBe(reason);

    [Fact]
    public void Words_are_no_longer_than_300_characters() =>
        FalFaults.Refused(Answer(422, JsonSerializer.Serialize(new { detail = string.Concat(Enumerable.Repeat("🎵", 5_000)) })), Wires.FalModel, Now)
            .Reason.Length.ShouldBeInRange(290, 300);

    [Theory]
    [InlineData("""{"detail":[]}""")]
    [InlineData("""{"detail":[7,null,{"msg":3,"loc":"x","type":{}}]}""")]
    [InlineData("""{"detail":{"a":1}}""")]
    [InlineData("""{"detail":"\ud800"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void A_body_of_another_shape_is_still_a_refusal(string body) =>
        FalFaults.Refused(Answer(422, body), Wires.FalModel, Now).ShouldBe(new Failure(Input, "422", "fal refused the input (422): no reason given"));

    private static string Entry(string field, string message, string type) =>
        $$$"""{"detail":[{"loc":["body","{{{field}}}"],"msg":"{{{message}}}","type":"{{{type}}}","url":"https://docs.fal.ai/errors/#x","ctx":{"le":190},"input":500}]}""";

    private static RemoteAnswer Answer(int status, string body, params (string Name, string Value)[] headers) => new(
        status, body.Length == 0 ? default : JsonElement.Parse(body), headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase));
}
