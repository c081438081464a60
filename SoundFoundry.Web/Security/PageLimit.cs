using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SoundFoundry.ServiceDefaults.Connections;
using SoundFoundry.Web.Shares;

namespace SoundFoundry.Web.Security;

/// <summary>A page is made here, and asks Api too: one address may ask for so many. Files and <c>/api</c> are not counted; Api has its own limits.</summary>
internal static class PageLimit
{
    public static void AddPageLimit(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<ConnectionOptions>>((limiter, options) =>
        {
            var rate = RateOf(options.Value);
            limiter.OnRejected = RefuseAsync;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => rate.TokenLimit == 0 || !IsPage(context)
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(AddressPartition.Of(context.Connection.RemoteIpAddress), _ => rate));
        });
    }

    public static Task WriteAsync(HttpResponse response, int seconds)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync($"Too many pages were asked for from where you are. Try again in {seconds} s.\n", response.HttpContext.RequestAborted);
    }

    // What no endpoint answers becomes the page that says so.
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
        || endpoint.Metadata.GetMetadata<PublicPage>() is not null;

    private static TokenBucketRateLimiterOptions RateOf(ConnectionOptions options) => new()
    {
        TokenLimit = options.PagesPerMinute == 0 ? 0 : options.PagesBurst,
        TokensPerPeriod = Math.Max(1, options.PagesPerMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / Math.Max(1, Math.Min(60, options.PagesPerMinute)),
    };

    private static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after.TotalSeconds : 0;
        return new ValueTask(WriteAsync(rejected.HttpContext.Response, Math.Max(1, (int)Math.Ceiling(wait))));
    }
}
