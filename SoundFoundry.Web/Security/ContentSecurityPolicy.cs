namespace SoundFoundry.Web.Security;

/// <param name="audioOrigin">Where audio, and the pictures drawn of it, are served from, if not from here.</param>
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
        + $"img-src {_media} data:; "
        + "font-src 'self'; "
        + "connect-src 'self'; "
        + $"media-src {_media}; "
        + "base-uri 'self'; "
        + "form-action 'self'; "
        + "frame-ancestors 'none'";

    /// <summary>For pages of shared tracks: they show and play, and send nothing.</summary>
    /// <param name="framable">Whether pages of other sites may show it in a frame.</param>
    public string ForPublicPage(bool framable) =>
        "default-src 'none'; "
        + "script-src 'self'; "
        + "style-src 'self'; "
        + $"img-src {_media}; "
        + "font-src 'self'; "
        + "connect-src 'self'; "
        + $"media-src {_media}; "
        + "base-uri 'none'; "
        + "form-action 'none'; "
        + $"frame-ancestors {(framable ? "*" : "'none'")}";
}
