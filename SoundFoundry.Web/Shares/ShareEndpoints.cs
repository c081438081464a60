using Microsoft.AspNetCore.Http.HttpResults;

namespace SoundFoundry.Web.Shares;

/// <summary>Pages of shared tracks: whole documents of their own, without circuit, login and cookies.</summary>
internal static class ShareEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddShares(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<ShareLinks>();

    public static void MapShares(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/s/{token}", Reading, Page).WithMetadata(new PublicPage(Framable: false));
        app.MapMethods("/embed/{token}", Reading, Embed).WithMetadata(new PublicPage(Framable: true));
    }

    private static RazorComponentResult<SharePage> Page(string token) => new(new { Token = token });

    private static RazorComponentResult<EmbedPage> Embed(string token) => new(new { Token = token });
}
