using Scalar.AspNetCore;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api;

/// <summary>The OpenAPI document and the page to browse it.</summary>
internal static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "SoundFoundry";
            document.Info.Description = "Turns a prompt into a finished track.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<ProblemResponses>();
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/docs", (scalar, context) => scalar.WithTitle("SoundFoundry API").WithNonce(DocsPolicy.NonceOf(context))
            .DisableDefaultFonts().DisableTelemetry().DisableAgent());
    }
}
