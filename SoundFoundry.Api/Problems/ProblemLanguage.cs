using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace SoundFoundry.Api.Problems;

/// <summary>Who asks for German by <c>Accept-Language</c> reads it in a problem's <c>title</c>, <c>detail</c> and <c>errors</c>; its <c>code</c> is the same.</summary>
internal static class ProblemLanguage
{
    public static void Translate(HttpContext context, ProblemDetails problem)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (Phrasebook.AskedBy(context.Request) is not { } words) return;
        problem.Title = problem.Title is { } title ? words.Say(title) : null;
        problem.Detail = problem.Detail is { } detail ? words.Say(detail) : null;
        var errors = problem is HttpValidationProblemDetails validation ? validation.Errors
            : problem.Extensions.TryGetValue("errors", out var named) ? named as IDictionary<string, string[]>
            : null;
        foreach (var (field, messages) in errors?.ToList() ?? []) errors![field] = [.. messages.Select(words.Say)];
        context.Response.Headers[HeaderNames.ContentLanguage] = "de";
    }
}
