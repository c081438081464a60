namespace SoundFoundry.Web.Pages;

internal static class PageStatus
{
    /// <summary>Answers with the page at hand under this status.</summary>
    /// <remarks>At the last moment: seeing the status earlier, Blazor drops what the page says, for the page that tells the status alone.</remarks>
    public static void AnswerAs(this HttpContext context, int status)
    {
        if (context.Response.HasStarted) return;
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }
}
