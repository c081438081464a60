using Microsoft.FluentUI.AspNetCore.Components;
using SoundFoundry.Web.Library;
using SoundFoundry.Web.Live;

namespace SoundFoundry.Web;

internal static class WebPages
{
    /// <summary>What one message of a page may weigh: a field's text ten times as long as its limit, or the longest track whole and a screen of
    /// others in brief, which a page hands to its circuit; all written as JSON escapes.</summary>
    private const long MaxMessageBytes = 512 * 1024;

    public static void AddPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddFluentUIComponents();
        builder.Services.AddSingleton<ProviderNames>();
        builder.Services.AddSingleton<JobWords>();
        builder.Services.AddSingleton<Announcements>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = MaxMessageBytes);
    }

    public static void UsePagesForErrors(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    }

    public static void MapPages(this WebApplication app) =>
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // The policy of SecurityHeaders forbids framing already; a second header would only repeat it.
            options.ContentSecurityFrameAncestorsPolicy = null;
        }).RequireAuthorization();
}
