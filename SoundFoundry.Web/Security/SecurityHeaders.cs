using System.Security.Cryptography;
using SoundFoundry.ServiceDefaults.Walls;
using SoundFoundry.Web.Shares;

namespace SoundFoundry.Web.Security;

/// <summary>What the browser may do with what we send: see docs/decisions/0008-web-one-origin.md.</summary>
internal static class SecurityHeaders
{
    public static void AddSecurityHeaders(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton(new ContentSecurityPolicy(AudioOrigin(builder.Configuration)));

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var policy = app.ApplicationServices.GetRequiredService<ContentSecurityPolicy>();
        app.Use((context, next) =>
        {
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            context.Features.Set(new CspNonce(nonce));

            // At the last moment, because the proxy copies Api's headers and would double ours.
            context.Response.OnStarting(() =>
            {
                Write(context, policy, nonce);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Write(HttpContext context, ContentSecurityPolicy policy, string nonce)
    {
        var headers = context.Response.Headers;
        CommonHeaders.Write(context);
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy.ForData;
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is { } page)
        {
            headers.ContentSecurityPolicy = policy.ForPublicPage(page.Framable);
            headers.CacheControl = "private, no-cache";
            if (!page.Framable) return;
            headers.Remove("X-Frame-Options");
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return;
        }

        headers.ContentSecurityPolicy = policy.ForPage(nonce);
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    // With a public object store the stable audio address redirects there, and the browser checks the last hop too.
    private static string? AudioOrigin(IConfiguration configuration)
    {
        var store = configuration["Storage:S3:PublicEndpoint"];
        return Uri.TryCreate(store, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : null;
    }
}
