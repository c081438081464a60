using System.Text.RegularExpressions;

namespace SoundFoundry.Web.Live;

internal static partial class Remedies
{
    /// <param name="errorCode">Of a failed job: the HTTP status of a provider's answer, a provider's own word, or one of ours.</param>
    public static Remedy Of(string? errorCode) => errorCode switch
    {
        null => Remedy.Wait,
        "401" or "402" or "403" or "404" or "unknown_cost_cap" or "store_unavailable" or "worker_io" or "too_many_claims" => Remedy.TellOperator,
        "429" or "unreachable" or "timeout" or "deadline" or "unknown_outcome" or "download_failed" => Remedy.Wait,
        _ when AboutTheRequest().IsMatch(errorCode) => Remedy.EditRequest,
        _ when Passing().IsMatch(errorCode) => Remedy.Wait,
        _ => Remedy.OtherModel,
    };

    [GeneratedRegex(@"^(400|422|content_policy\w*|value_error\b.*|string_too_\w+|(greater|less)_than\w*)\z")]
    private static partial Regex AboutTheRequest();

    [GeneratedRegex(@"^(5\d\d|internal_(server_)?error|downstream_service_\w+|(generation|startup|request)_timeout|runner_\w+)\z")]
    private static partial Regex Passing();
}
