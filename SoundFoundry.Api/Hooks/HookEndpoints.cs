using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Limits;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Hooks;

/// <summary>Where providers call back. A good call becomes a row that wakes a worker; what it says about the work is not believed.</summary>
internal static class HookEndpoints
{
    /// <summary>A provider waits about fifteen seconds for our answer, and other calls wait behind one that needs a key.</summary>
    private static readonly TimeSpan KeyPatience = TimeSpan.FromSeconds(5);

    public static void AddHooks(this IServiceCollection services)
    {
        foreach (var client in new[] { nameof(FalKeys), nameof(ReplicateSecret) })
            services.AddHttpClient(client, http => http.Timeout = KeyPatience);
        services.AddOptions<ProviderOptions>().Validate(
            options => ReplicateSecret.IsUsable(options.ReplicateWebhookSecret),
            "Providers:ReplicateWebhookSecret must be whsec_ and what follows it at Replicate.");
        services.AddSingleton<FalKeys>();
        services.AddSingleton<ReplicateSecret>();
        services.AddSingleton<ICallbackVerifier, FalCallbackVerifier>();
        services.AddSingleton<ICallbackVerifier, ReplicateCallbackVerifier>();
    }

    public static void MapHooks(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/hooks/{provider}/{token:guid}", ReceiveAsync).LimitOnly(LimitName.Hooks).WithTags("Provider callbacks")
            .WithSummary("A provider says that something happened to an attempt").ProducesProblem(401).ProducesProblem(404);

    private static async Task<Results<NoContent, NotFound, UnauthorizedHttpResult>> ReceiveAsync(
        string provider, Guid token, HttpRequest request, IEnumerable<ICallbackVerifier> verifiers, SoundFoundryDb db, Hints hints,
        CancellationToken cancellationToken)
    {
        if (verifiers.SingleOrDefault(v => v.Provider == provider) is not { } verifier) return TypedResults.NotFound();
        if (!await db.Attempts.AnyAsync(attempt => attempt.Token == token && attempt.Provider == provider, cancellationToken))
            return TypedResults.NotFound();

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (await verifier.VerifyAsync(request.Headers, body.ToArray(), cancellationToken) is not { } call) return TypedResults.Unauthorized();

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO provider_callbacks (provider, token, delivery_id, request_id)
            VALUES ({provider}, {token}, {call.DeliveryId}, {call.RequestId}) ON CONFLICT DO NOTHING
            """, cancellationToken);
        hints.ProviderCalledBack(token);
        return TypedResults.NoContent();
    }
}
