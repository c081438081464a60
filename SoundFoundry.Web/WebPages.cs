namespace SoundFoundry.Web;

internal static class WebPages
{
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
        });
}
