namespace SoundFoundry.Web.Layout;

/// <summary>The look a visitor chose; without a choice the browser's own setting decides.</summary>
internal static class Theme
{
    public static string? Of(HttpContext context) => context.Request.Cookies["theme"] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => null,
    };
}
