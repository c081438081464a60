using Microsoft.AspNetCore.Http.HttpResults;

namespace SoundFoundry.Api.Problems;

internal static class Problem
{
    public const string FieldsTitle = "One or more fields are wrong.";

    public const string CancelFirst = "A track that is still being made can't be deleted. Cancel it first.";

    /// <summary>Seconds. Nobody knows how long an operator needs; this is how often it is no burden to ask.</summary>
    public const string DrainingRetryAfter = "60";

    public static ProblemHttpResult Of(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: [new("code", code)]);

    public static ProblemHttpResult NotReady() => Of(StatusCodes.Status409Conflict, ProblemCodes.NotReady, "This track has no audio yet.");

    public static ProblemHttpResult NotEnoughCredits(long needed, long available) => TypedResults.Problem(
        $"This needs {needed} credits and {available} are left. Nothing was charged.",
        statusCode: StatusCodes.Status402PaymentRequired,
        extensions:
        [
            new("code", ProblemCodes.NotEnoughCredits), new("needed", needed), new("available", available), new("missing", needed - available),
        ]);

    public static ProblemHttpResult BalanceTooLow(long needed, long available) => Of(
        StatusCodes.Status409Conflict, ProblemCodes.BalanceTooLow,
        $"{needed} credits can't be taken: {available} are there. What is held for open jobs is not counted. Nothing was taken.");

    /// <summary>400 that blames one field of the request, in the contract's spelling.</summary>
    public static ProblemHttpResult Field(string field, string reason) => TypedResults.Problem(
        reason,
        statusCode: StatusCodes.Status400BadRequest,
        title: FieldsTitle,
        extensions: [new("code", ProblemCodes.Validation), new("errors", new Dictionary<string, string[]> { [field] = [reason] })]);
}
