using System.Text.Json;
using SoundFoundry.Bench.Fuzzing.Requests;

namespace SoundFoundry.Bench.Fuzzing.Answers;

/// <summary>What every answer must be, whatever was asked.</summary>
internal static class AnswerCheck
{
    /// <summary>Refused by a switch that was thrown by an operator, which the fuzzer is too.</summary>
    private static readonly string[] ExpectedAbsences = ["draining"];

    /// <returns>What is wrong with it; null if nothing is.</returns>
    public static string? Judge(FuzzRequest request, Answer? answer)
    {
        if (answer is null) return "no answer in time";
        if (answer.Status == 0) return request.IsHttp ? "closed without an answer" : null;
        if (Leaks.In(answer) is { } leak) return $"{answer.Status} tells \"{leak}\"";

        var code = CodeOf(answer);
        if (answer.Status >= 500 && !(answer.Status == 503 && ExpectedAbsences.Contains(code)) && !IsServersOwn(request, answer))
            return $"{answer.Status} {code}";
        if (answer.Status >= 400 && code is null && !IsServersOwn(request, answer)) return $"{answer.Status} is no problem with a code";
        return request.IsItsOwn && request.IsHttp && IsJson(answer) && !request.Operation.Statuses.Contains(answer.Status)
            ? $"{answer.Status} {code} is not documented"
            : null;
    }

    /// <summary>Refused before any program of ours saw it, or with nothing to say: an answer to HEAD has no body.</summary>
    private static bool IsServersOwn(FuzzRequest request, Answer answer) =>
        answer.Body.Length == 0 && ((!request.IsHttp && answer.Status is 400 or 404 or 408 or 413 or 414 or 431 or 501 or 505) || request.Method == "HEAD");

    private static bool IsJson(Answer answer) => answer.ContentType?.EndsWith("json", StringComparison.Ordinal) == true;

    private static string? CodeOf(Answer answer)
    {
        if (answer.ContentType != "application/problem+json") return null;
        var (from, to) = (answer.Body.IndexOf('{', StringComparison.Ordinal), answer.Body.LastIndexOf('}'));
        if (from < 0 || to < from) return null;
        try
        {
            using var problem = JsonDocument.Parse(answer.Body.AsMemory(from, to - from + 1)); // without the sizes of chunks around it
            return problem.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
