using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace SoundFoundry.Api.Problems;

/// <summary>A request that could not be read: names the field wherever the reader of the request knew it.</summary>
internal sealed partial class BadRequestProblems(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (HasUnknownCharset(context.Request, exception)) exception = new BadHttpRequestException("Unknown charset.", 415, exception);
        if (exception is not BadHttpRequestException bad) return ValueTask.FromResult(false);

        context.Response.StatusCode = bad.StatusCode;
        return problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = Describe(bad) });
    }

    /// <summary>The JSON reader takes a charset it doesn't know for a fault of ours.</summary>
    private static bool HasUnknownCharset(HttpRequest request, Exception exception) =>
        exception is InvalidOperationException or NotSupportedException && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Charset.HasValue && !IsKnown(type.Charset.Value);

    private static bool IsKnown(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset) is not null;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return false; // no such charset, or one that the platform refuses, as UTF-7
        }
    }

    private static ProblemDetails Describe(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => Plain(bad, "The request is too large."),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Plain(bad, "Send the request as application/json in UTF-8."),
        { InnerException: JsonException json } when FieldOf(json) is { Length: > 0 } field =>
            Blame(bad, field, json.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase) ? Messages.GivenTwice : Messages.WrongType),
        { InnerException: JsonException } => Malformed(bad),
        _ when UnboundParameter().Match(bad.Message) is { Success: true } match =>
            Blame(bad, JsonNamingPolicy.SnakeCaseLower.ConvertName(match.Groups["name"].Value), Messages.WrongType),
        _ => Plain(bad, "The request could not be read."),
    };

    private static string FieldOf(JsonException json) => json.Path?.TrimStart('$').TrimStart('.') ?? "";

    private static ProblemDetails Plain(BadHttpRequestException bad, string detail) => new() { Status = bad.StatusCode, Detail = detail };

    private static ProblemDetails Malformed(BadHttpRequestException bad)
    {
        var problem = Plain(bad, "The request is not well-formed JSON of the right shape.");
        problem.Extensions["code"] = ProblemCodes.MalformedJson;
        return problem;
    }

    private static ProblemDetails Blame(BadHttpRequestException bad, string field, string reason)
    {
        var problem = Plain(bad, $"{field}: {reason}");
        problem.Title = Problem.FieldsTitle;
        problem.Extensions["code"] = ProblemCodes.Validation;
        problem.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [reason] };
        return problem;
    }

    [GeneratedRegex("""^Failed to bind parameter ".* (?<name>\w+)" from""")]
    private static partial Regex UnboundParameter();
}
