using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

/// <summary>Makes the links that let a track's audio out of the house.</summary>
internal sealed class TrackLinks(
    IAudioStore store, IHttpContextAccessor accessor, IOptions<ApiOptions> options, IOptions<StorageOptions> storage)
{
    private TimeSpan Lifetime => storage.Value.LinkLifetime;

    /// <summary>An absolute, signed, expiring link; null if the job made no audio.</summary>
    public async Task<string?> FileUrlAsync(Job job, CancellationToken cancellationToken)
    {
        if (job.Artifact is null) return null;
        var link = await store.SignGetAsync(job.Artifact.Key, Lifetime, downloadName: null, cancellationToken);
        return link.IsAbsoluteUri ? link.AbsoluteUri : new Uri(Base(), link).AbsoluteUri;
    }

    /// <summary>The same for a redirect: stays on the address the browser already talks to where it can.</summary>
    public async Task<string> RedirectAsync(Track track, string key, bool download, CancellationToken cancellationToken)
    {
        var link = await store.SignGetAsync(key, Lifetime, download ? $"{TrackName.Of(track)}{Path.GetExtension(key)}" : null, cancellationToken);
        return link.IsAbsoluteUri ? link.AbsoluteUri : link.OriginalString;
    }

    private Uri Base()
    {
        if (options.Value.PublicUrl is { Length: > 0 } publicUrl) return new Uri(publicUrl);
        var request = accessor.HttpContext!.Request;
        return Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var address)
            ? address
            : throw new BadHttpRequestException("The request's Host is no address.");
    }
}
