using SoundFoundry.ServiceDefaults.Walls;

namespace SoundFoundry.Api;

/// <summary>What a browser may do with an answer, and whether anybody may keep it.</summary>
internal static class AnswerHeaders
{
    /// <summary>Data: opened as a document it can do nothing.</summary>
    private const string ForData = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseAnswerHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: an exception on the way clears what was set before, and an endpoint may have said something of its own.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            CommonHeaders.Write(context);
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = DocsPolicy.For(context) ?? ForData;
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
