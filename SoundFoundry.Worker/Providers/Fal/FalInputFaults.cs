using System.Text.Json;
using System.Text.RegularExpressions;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Fal;

/// <summary>A 400 or 422 of fal's: the user's words, their content, our idea of the model's fields, or the model itself.</summary>
internal static partial class FalInputFaults
{
    public static Failure Of(RemoteAnswer answer, MusicModel model, string code)
    {
        var words = VendorWords.Of(answer.Body);
        var entries = answer.Body.Member("detail").Items().ToList();
        if (entries.Any(entry => entry.Text("type") is "content_policy_violation") || (words is not null && ContentPolicy.Named(words)))
            return Because(FailureClass.Policy, $"fal refused it for its content: {words ?? "no reason given"}");
        if (entries.Find(entry => entry.Text("type") is { } type && OurFields().IsMatch(type)) is { ValueKind: not JsonValueKind.Undefined } entry)
            return Because(
                FailureClass.Drift,
                $"{model.Endpoint} does not take our field \"{VendorWords.Field(entry)}\" as it is: {entry.Text("msg")} Check Models:{model.Id}:Input");
        if (entries.Count == 0 && words is not null && OurFieldsInWords().IsMatch(words))
            return Because(FailureClass.Drift, $"{model.Endpoint} does not take our fields as they are: {words} Check Models:{model.Id}:Input");
        if (ModelFailed().IsMatch(code)) return Because(FailureClass.Provider, $"fal failed ({answer.Status}): {words ?? code}");
        return Because(FailureClass.Input, $"fal refused the input ({answer.Status}): {words ?? "no reason given"}");

        Failure Because(FailureClass failure, string reason) => new(failure, code, ReasonLine.Of(reason));
    }

    /// <summary>Which fields there are, their types and their choices are in our table, never in the user's hands.</summary>
    [GeneratedRegex(@"(^|\.)(missing|extra|extra_forbidden|one_of|enum|const|literal_error|\w+_type|\w+_parsing|int_from_float)\z|^type_error\b")]
    private static partial Regex OurFields();

    [GeneratedRegex(@"field required|is required|extra (fields|inputs) (are )?not permitted|unexpected (field|keyword)", RegexOptions.IgnoreCase)]
    private static partial Regex OurFieldsInWords();

    [GeneratedRegex(@"^(no_media_generated|downstream_service_\w+|internal_(server_)?error|(generation|startup|request)_timeout|runner_\w+)\z")]
    private static partial Regex ModelFailed();
}
