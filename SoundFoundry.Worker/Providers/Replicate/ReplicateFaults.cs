using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Replicate;

/// <summary>What Replicate means when it says no.</summary>
internal static partial class ReplicateFaults
{
    private static readonly string Key = ProviderOptions.KeySetting(ProviderOptions.Replicate);

    public static Failure Refused(RemoteAnswer answer, MusicModel model, DateTimeOffset now)
    {
        var words = VendorWords.Of(answer.Body);
        return answer.Status switch
        {
            400 or 422 => Input(answer, words, model),
            404 => Because(
                FailureClass.Drift,
                $"Replicate has no model \"{model.Endpoint}\" that runs {(model.Version is null ? "without" : "with this")} version (404): "
                + $"check {Setting(model)}:Endpoint and :Version"),
            _ => General(answer, words, now),
        };

        Failure Because(FailureClass failure, string reason) => new(failure, Text(answer.Status), ReasonLine.Of(reason));
    }

    /// <summary>Replicate would not say how the work, or our account, stands.</summary>
    public static Failure Denied(RemoteAnswer answer, DateTimeOffset now) => answer.Status is 404 or 410
        ? new Failure(FailureClass.Provider, Text(answer.Status), $"Replicate does not know the prediction any more ({answer.Status})")
        : General(answer, VendorWords.Of(answer.Body), now);

    /// <param name="error">What a failed prediction says of itself.</param>
    public static Failure Ended(string? error)
    {
        if (error is null) return new Failure(FailureClass.Provider, "failed", "Replicate failed and did not say why");
        var code = ErrorCode().Match(error) is { Success: true } match ? match.Value : null;
        return ContentPolicy.Named(error)
            ? new Failure(FailureClass.Policy, code ?? "content_policy", ReasonLine.Of($"Replicate refused it for its content: {error}"))
            : new Failure(FailureClass.Provider, code ?? "failed", ReasonLine.Of($"Replicate failed: {error}"));
    }

    private static Failure General(RemoteAnswer answer, string? words, DateTimeOffset now)
    {
        return answer.Status switch
        {
            401 or 403 => Because(FailureClass.Account, $"Replicate refused the key ({answer.Status}): check {Key}"),
            402 => Because(FailureClass.Account, words ?? "Replicate wants to be paid (402): see replicate.com/account/billing"),
            429 => Because(FailureClass.RateLimited, $"Replicate is asked too often (429): {words ?? "no reason given"}") with
            {
                RetryAfter = RetryAfter.Of(answer, now),
            },
            _ => Because(FailureClass.Provider, $"Replicate failed ({answer.Status}): {words ?? "no reason given"}"),
        };

        Failure Because(FailureClass failure, string reason) => new(failure, Text(answer.Status), ReasonLine.Of(reason));
    }

    private static Failure Input(RemoteAnswer answer, string? words, MusicModel model)
    {
        var said = words ?? "no reason given";
        if (words is not null && ContentPolicy.Named(words)) return Because(FailureClass.Policy, $"Replicate refused it for its content: {said}");
        if (answer.Body.Text("title")?.Contains("version", StringComparison.OrdinalIgnoreCase) == true || UnknownVersion().IsMatch(said))
            return Because(
                FailureClass.Drift, $"Replicate does not run this version of {model.Endpoint} ({answer.Status}): check {Setting(model)}:Version");

        // Which fields there are, their types and their choices are in our table, never in the user's hands.
        var fields = answer.Body.Member("invalid_fields").Items().ToList();
        var ours = fields.Find(field => field.Text("type") is { } type && OurFields().IsMatch(type));
        if (ours.ValueKind != JsonValueKind.Undefined || (fields.Count == 0 && OurFieldsInWords().IsMatch(said)))
            return Because(
                FailureClass.Drift,
                $"{model.Endpoint} does not take our fields as they are: {ours.Text("description") ?? said} Check {Setting(model)}:Input");
        return Because(FailureClass.Input, $"Replicate refused the input ({answer.Status}): {said}");

        Failure Because(FailureClass failure, string reason) => new(failure, Text(answer.Status), ReasonLine.Of(reason));
    }

    private static string Setting(MusicModel model) => $"Models:{model.Provider}/{model.Name}";

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\bE\d{3,4}\b")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"^(required|enum|invalid_type|const|additional_property_not_allowed)\z")]
    private static partial Regex OurFields();

    [GeneratedRegex(@"is required|must be one of|additional propert", RegexOptions.IgnoreCase)]
    private static partial Regex OurFieldsInWords();

    [GeneratedRegex(@"version does not exist|invalid version", RegexOptions.IgnoreCase)]
    private static partial Regex UnknownVersion();
}
