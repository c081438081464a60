using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>A long list of tracks as one page looks at it. Lives in one circuit and is touched only on its dispatcher.</summary>
public abstract class TrackList
{
    private protected TrackList(ApiClient api, Announcements say)
    {
        Api = api;
        News = new TrackNews(api, Rows, say);
        Window = new TrackWindow(api, Rows, News);
    }

    public TrackRows Rows { get; } = new();

    public TrackWindow Window { get; }

    /// <summary>Why something could not be read or done.</summary>
    public string? Notice { get; private protected set; }

    private protected ApiClient Api { get; }

    private protected TrackNews News { get; }

    /// <summary>What the circuit need not ask for again: the beginning, as far as it is known.</summary>
    private protected IReadOnlyList<TrackRow> FirstRows =>
        [.. Window.Ids.Take(TrackWindow.First).Select(Rows.Find).TakeWhile(row => row is not null).Select(row => row!)];

    public async Task LookAsync(int start, int count, CancellationToken cancellationToken)
    {
        var notice = (await Window.LookAsync(start, count, cancellationToken))?.InWords;
        if (notice == Notice) return;
        Notice = notice;
        Rows.Touch();
    }

    /// <summary>Reads what is lacking of the part that is looked at. What was told before stays, if this brings no news.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        Notice = (await Window.FillAsync(cancellationToken))?.InWords ?? Notice;
        Rows.Touch();
    }

    private protected Task TakeAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        Notice = null;
        Window.Take(ids);
        return FillAsync(cancellationToken);
    }
}
