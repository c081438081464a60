using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>Local mode has no login. These walls keep everyone else out: the network, and every web page that is not ours.</summary>
public static class LocalWalls
{
    public static void AddLocalWalls(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LocalWallsOptions>().BindConfiguration(LocalWallsOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IPostConfigureOptions<LocalWallsOptions>, KnownOrigins>();
        // A published application hands on what may be left empty.
        builder.Services.PostConfigure<LocalWallsOptions>(walls => walls.Proxies = [.. walls.Proxies.Where(proxy => proxy.Length > 0)]);
        builder.Services.AddSingleton<IValidateOptions<LocalWallsOptions>, ValidateLocalWalls>();
        builder.Services.AddHostedService<LoopbackBind>();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<IPostConfigureOptions<ForwardedHeadersOptions>, TrustedProxies>();
    }

    /// <summary>The first middleware of a service: refuses unknown hosts, then applies the forwarded headers of
    /// <see cref="LocalWallsOptions.Proxies"/>, then refuses writes and web sockets of foreign pages.</summary>
    /// <remarks>The order is the point. Forwarded headers are believed only after the host the browser really used is known to be
    /// ours, otherwise a rebound name could claim to be <c>localhost</c>; and a page's origin is compared with what they say.</remarks>
    public static void UseLocalWalls(this IApplicationBuilder app)
    {
        app.UseMiddleware<HostWall>();
        app.UseForwardedHeaders();
        app.UseMiddleware<UnknownProxy>();
        app.UseMiddleware<OriginWall>();
    }
}
