namespace SoundFoundry.Web.Shares;

/// <summary>Addresses that are sent to others: they begin with <c>PUBLIC_URL</c>, else with the address that the page was opened by,
/// which the walls have let in. The API does not know that one, and so begins its links with what is configured.</summary>
internal sealed class ShareLinks(IConfiguration configuration)
{
    private readonly string? _public = configuration["Api:PublicUrl"];

    /// <param name="here">Where the page is open, such as <c>http://localhost:3000/</c>.</param>
    public string Page(string here, string token) => To(here, $"s/{token}");

    /// <inheritdoc cref="Page" />
    public string Embed(string here, string token) => To(here, $"embed/{token}");

    /// <inheritdoc cref="Page" />
    public string Audio(string here, string token) => To(here, $"api/public/shares/{token}/audio");

    /// <inheritdoc cref="Page" />
    public string Picture(string here, string token) => To(here, $"api/public/shares/{token}/cover?format=png");

    private string To(string here, string path) => $"{(string.IsNullOrWhiteSpace(_public) ? here : _public).TrimEnd('/')}/{path}";
}
