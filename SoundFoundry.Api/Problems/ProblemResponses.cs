using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SoundFoundry.Api.Problems;

/// <summary>Writes into the document what any operation of a kind may answer, so that no client is surprised and no endpoint has to say it.</summary>
internal sealed class ProblemResponses : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var status in Possible(operation, context))
        {
            (operation.Responses ??= []).TryAdd($"{status}", new OpenApiResponse
            {
                Description = Describe(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document) },
                },
            });
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<int> Possible(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        yield return StatusCodes.Status400BadRequest;
        yield return StatusCodes.Status403Forbidden;
        if (operation.RequestBody is not null)
        {
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
        }

        yield return StatusCodes.Status429TooManyRequests;
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any()) yield break;
        yield return StatusCodes.Status401Unauthorized;
        yield return StatusCodes.Status503ServiceUnavailable;
    }

    private static string Describe(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "A field or the request as a whole is wrong",
        StatusCodes.Status401Unauthorized => "Not signed in, and no good key shown",
        StatusCodes.Status403Forbidden => "Not from here, or not with what was shown",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Not JSON in UTF-8",
        StatusCodes.Status429TooManyRequests => "Too often; Retry-After says when",
        _ => "Not at the moment; Retry-After says when",
    };
}
