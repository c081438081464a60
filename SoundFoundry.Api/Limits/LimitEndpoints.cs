namespace SoundFoundry.Api.Limits;

internal static class LimitEndpoints
{
    /// <summary>Beside the limit of its address: for what may be guessed.</summary>
    public static TBuilder Limit<TBuilder>(this TBuilder endpoint, LimitName name)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AddressLimit(name, IsInstead: false));

    /// <summary>Instead of all other limits: for what is asked for much more often than anything else.</summary>
    /// <param name="requests">Those it is for; the others are limited as any. All, if not given.</param>
    public static TBuilder LimitOnly<TBuilder>(this TBuilder endpoint, LimitName name, Func<HttpRequest, bool>? requests = null)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AddressLimit(name, IsInstead: true, requests));

    /// <summary>Null if the request has none.</summary>
    public static AddressLimit? OwnLimit(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<AddressLimit>() is { } own && own.Requests?.Invoke(context.Request) != false ? own : null;

    /// <summary>An orchestrator that is refused an answer would end what is well.</summary>
    public static bool IsProbe(HttpContext context) => context.Request.Path.Value is "/health" or "/ready" or "/alive";
}

/// <param name="IsInstead">Whether it takes the place of those of address, user and key.</param>
/// <param name="Requests">Those it is for; null for all.</param>
internal sealed record AddressLimit(LimitName Name, bool IsInstead, Func<HttpRequest, bool>? Requests = null);
