using System.Globalization;
using System.Text.Json;
using SoundFoundry.Core.Routing;
using SoundFoundry.Tests.Worker.Providers.Remote;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;
using SoundFoundry.Worker.Providers.Replicate;
using static SoundFoundry.Core.Routing.FailureClass;

namespace SoundFoundry.Tests.Worker.Providers.Replicate;

public sealed class ReplicateFaultsTests
{
    private const string NoCredit = "You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit.";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(401, """{"title":"Unauthenticated","detail":"You did not pass a valid authentication token","status":401}""", Account, "Replicate refused the key (401): check REPLICATE_API_TOKEN")]
    [InlineData(403, """{"detail":"You do not have permission to perform this action.","status":403}""", Account, "Replicate refused the key (403): check REPLICATE_API_TOKEN")]
    [InlineData(402, $$"""{"title":"Insufficient credit","detail":"{{NoCredit}}","status":402}""", Account, NoCredit)]
    [InlineData(404, """{"detail":"The requested resource could not be found.","status":404}""", Drift, "Replicate has no model \"stability-ai/stable-audio-2.5\" that runs without version (404): check Models:replicate/stable-audio-2.5:Endpoint and :Version")]
    [InlineData(422, """{"detail":"- input: prompt is required\n","status":422,"title":"Input validation failed","invalid_fields":[{"type":"required","field":"input","description":"prompt is required"}]}""", Drift, "stability-ai/stable-audio-2.5 does not take our fields as they are: prompt is required Check Models:replicate/stable-audio-2.5:Input")]
    [InlineData(422, """{"detail":"- input: Additional property bpm is not allowed\n","title":"Input validation failed","invalid_fields":[{"type":"additional_property_not_allowed","field":"input","description":"Additional property bpm is not allowed"}]}""", Drift, "stability-ai/stable-audio-2.5 does not take our fields as they are: Additional property bpm is not allowed Check Models:replicate/stable-audio-2.5:Input")]
    [InlineData(422, """{"detail":"x","invalid_fields":[{"type":"enum","field":"input.audio_format","description":"audio_format must be one of the following: \"wav\""}]}""", Drift, "stability-ai/stable-audio-2.5 does not take our fields as they are: audio_format must be one of the following: \"wav\" Check Models:replicate/stable-audio-2.5:Input")]
    [InlineData(422, """{"detail":"- input.duration: Must be less than or equal to 190\n","title":"Input validation failed","invalid_fields":[{"type":"number_lte","field":"input.duration","description":"Must be less than or equal to 190"}]}""", Input, "Replicate refused the input (422): - input.duration: Must be less than or equal to 190")]
    [InlineData(422, """{"title":"Invalid version or not permitted","detail":"The specified version does not exist (or perhaps you don't have permission to use it?)","status":422}""", Drift, "Replicate does not run this version of stability-ai/stable-audio-2.5 (422): check Models:replicate/stable-audio-2.5:Version")]
    [InlineData(422, """{"detail":"The input was flagged as sensitive. (E005)"}""", Policy, "Replicate refused it for its content: The input was flagged as sensitive. (E005)")]
    [InlineData(400, """{"detail":"Bad Request"}""", Input, "Replicate refused the input (400): Bad Request")]
    [InlineData(422, "", Input, "Replicate refused the input (422): no reason given")]
    [InlineData(409, """{"detail":"Conflict"}""", Provider, "Replicate failed (409): Conflict")]
    public void A_refused_submit_has_a_class_and_one_line_that_names_the_setting(int status, string body, FailureClass expected, string reason) =>
        ReplicateFaults.Refused(Answer(status, body), Wires.ReplicateModel, Now).ShouldBe(
            new Failure(expected, status.ToString(CultureInfo.InvariantCulture), reason));

    [Theory]
    [InlineData("""{"detail":"Your rate limit resets in ~5s.","status":429,"retry_after":5}""", null, 5.0)]
    [InlineData("""{"detail":"Request was throttled. Your rate limit resets in ~30s."}""", null, 30.0)]
    [InlineData("""{"detail":"Request was throttled. Your rate limit resets in ~2m."}""", null, 120.0)]
    [InlineData("""{"detail":"Your rate limit resets in 45 seconds."}""", null, 45.0)]
    [InlineData("""{"detail":"Slow down","retry_after":2.5}""", null, 2.5)]
    [InlineData("""{"detail":"Slow down","retry_after":5}""", "12", 12.0)]
    [InlineData("{}", "Mon, 23 Nov 2026 04:00:40 GMT", 40.0)]
    [InlineData("{}", "Mon, 23 Nov 2026 03:00:00 GMT", 0.0)]
    [InlineData("""{"retry_after":-3}""", null, 0.0)]
    [InlineData("""{"retry_after":1e300}""", null, 86_400.0)]
    [InlineData("""{"retry_after":"soon"}""", "soon", null)]
    [InlineData("", null, null)]
    public void How_long_to_wait_is_read_from_wherever_it_stands(string body, string? header, double? seconds)
    {
        var failure = ReplicateFaults.Refused(Answer(429, body, header), Wires.ReplicateModel, Now);

        (failure.Class, failure.Code).ShouldBe((RateLimited, "429"));
        failure.RetryAfter?.TotalSeconds.ShouldBe(seconds!.Value);
        failure.RetryAfter.HasValue.ShouldBe(seconds.HasValue);
    }

    [Theory]
    [InlineData("CUDA out of memory", Provider, "failed", "Replicate failed: CUDA out of memory")]
    [InlineData("Director: unexpected error (E1001)", Provider, "E1001", "Replicate failed: Director: unexpected error (E1001)")]
    [InlineData("The input or output was flagged as sensitive. Please try again with different inputs. (E005)", Policy, "E005", "Replicate refused it for its content: The input or output was flagged as sensitive. Please try again with different inputs. (E005)")]
    [InlineData("prompt contains sensitive words", Policy, "content_policy", "Replicate refused it for its content: prompt contains sensitive words")]
    [InlineData("input new_sensitive", Policy, "content_policy", "Replicate refused it for its content: input new_sensitive")]
    [InlineData("ValueError: 'my sensitive heart' has no rhyme", Provider, "failed", "Replicate failed: ValueError: 'my sensitive heart' has no rhyme")]
    [InlineData("file names are case-sensitive", Provider, "failed", "Replicate failed: file names are case-sensitive")]
    [InlineData(null, Provider, "failed", "Replicate failed and did not say why")]
    public void A_failed_prediction_is_told_apart_by_its_words(string? error, FailureClass expected, string code, string reason) =>
        ReplicateFaults.Ended(error).ShouldBe(new Failure(expected, code, reason));

    private static RemoteAnswer Answer(int status, string body, string? retryAfter = null) => new(
        status, body.Length == 0 ? default : JsonElement.Parse(body),
        retryAfter is null ? null : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["retry-after"] = retryAfter });
}
