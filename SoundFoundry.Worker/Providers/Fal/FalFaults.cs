using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Fal;

/// <summary>What fal means when it says no.</summary>
internal static partial class FalFaults
{
    private static readonly string Key = ProviderOptions.KeySetting(ProviderOptions.Fal);

    public static Failure Refused(RemoteAnswer answer, MusicModel model, DateTimeOffset now) =>
        Of(answer, model, now) with { Code = Text(answer.Status) };

    /// <summary>The work ended with this answer as its result.</summary>
    public static Failure Ended(RemoteAnswer answer, MusicModel model, DateTimeOffset now) => Of(answer, model, now);

    public static Failure Ended(string? errorType, string error) =>
        new(FailureClass.Provider, CodeOf(errorType) ?? "failed", ReasonLine.Of($"fal failed: {error}"));

    /// <summary>fal would not say how the work stands.</summary>
    public static Failure Denied(RemoteAnswer answer, DateTimeOffset now) => answer.Status is 401 or 402 or 403
        ? Of(answer, null, now) with { Code = Text(answer.Status) }
        : new Failure(FailureClass.Provider, Text(answer.Status), $"fal does not know the request any more ({answer.Status})");

    public static Failure Locked(string? reason) =>
        new(FailureClass.Account, "403", ReasonLine.Of(
            $"User is locked. Reason: {(string.IsNullOrWhiteSpace(reason) ? "Unknown" : reason.Trim().TrimEnd('.'))}."));

    public static bool IsAboutTheAccount(RemoteAnswer answer) =>
        answer.Status is 401 or 402
        || (answer.Status == 403 && VendorWords.Of(answer.Body) is { } words && (Lock().IsMatch(words) || AboutTheKey().IsMatch(words)));

    private static Failure Of(RemoteAnswer answer, MusicModel? model, DateTimeOffset now)
    {
        var words = VendorWords.Of(answer.Body);
        var code = Types(answer).Select(CodeOf).FirstOrDefault(type => type is not null) ?? Text(answer.Status);
        return answer.Status switch
        {
            401 => Because(FailureClass.Account, $"fal refused the key (401): check {Key}"),
            402 => Because(FailureClass.Account, words ?? "fal wants to be paid (402): see fal.ai/dashboard/billing"),
            403 when words is not null && Lock().IsMatch(words) => Because(FailureClass.Account, words),
            403 when words is not null && AboutTheKey().IsMatch(words) => Because(
                FailureClass.Account, $"fal refused the key (403): check {Key} and its scope. {words}"),
            403 => Because(FailureClass.Forbidden, $"fal does not let this account use {model?.Endpoint ?? "this"} (403): {words ?? "no reason given"}"),
            404 when model is not null => Because(
                FailureClass.Drift, $"fal has no model \"{model.Endpoint}\" (404): check Models:{model.Id}:Endpoint"),
            400 or 422 when model is not null => FalInputFaults.Of(answer, model, code),
            429 => Because(FailureClass.RateLimited, $"fal is asked too often (429): {words ?? "no reason given"}") with
            {
                RetryAfter = RetryAfter.Of(answer, now),
            },
            _ => Because(FailureClass.Provider, $"fal failed ({answer.Status}): {words ?? "no reason given"}"),
        };

        Failure Because(FailureClass failure, string reason) => new(failure, code, ReasonLine.Of(reason));
    }

    private static IEnumerable<string?> Types(RemoteAnswer answer) =>
        answer.Body.Member("detail").Items().Select(entry => entry.Text("type"))
            .Append(answer.Body.Text("error_type")).Append(answer.Header("X-Fal-Error-Type"));

    private static string? CodeOf(string? type) => type is not null && Word().IsMatch(type) ? type : null;

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^User is locked\. Reason: ", RegexOptions.IgnoreCase)]
    private static partial Regex Lock();

    [GeneratedRegex(@"\b(key|credentials?|scopes?|permissions?|authenticat\w+|token)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTheKey();

    [GeneratedRegex(@"^[a-z][a-z0-9_.]{0,49}\z")]
    private static partial Regex Word();
}
