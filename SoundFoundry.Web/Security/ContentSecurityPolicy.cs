namespace SoundFoundry.Web.Security;

/// <param name="audioOrigin">Where audio is served from, if not from here.</param>
internal sealed class ContentSecurityPolicy(string? audioOrigin)
{
    /// <summary>For answers of <c>/api</c>: opened as a document, a stored file may show and play itself and do nothing else.</summary>
    public const string ForData =
        "default-src 'none'; media-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly string _media = audioOrigin is null ? "'self'" : $"'self' {audioOrigin}";

    /// <summary>Scripts and styles come from files of ours. The nonce is for two inline elements:
    /// the import map of Blazor, and the style sheet that wavesurfer.js puts into its shadow root.</summary>
    public string ForPage(string nonce) =>
        "default-src 'none'; "
        + $"script-src 'self' 'nonce-{nonce}'; "
        + $"style-src 'self' 'nonce-{nonce}'; "
        + "img-src 'self' data:; "
        + "font-src 'self'; "
        + "connect-src 'self'; "
        + $"media-src {_media}; "
        + "base-uri 'self'; "
        + "form-action 'self'; "
        + "frame-ancestors 'none'";
}
