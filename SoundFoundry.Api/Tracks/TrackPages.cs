using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Paging;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Workers;

namespace SoundFoundry.Api.Tracks;

/// <summary>Reads parts of a library. Which tracks they are is asked apart from what they are, so that long lists cost little.</summary>
internal sealed class TrackPages(SoundFoundryDb db, TrackLinks links)
{
    /// <summary>More than anybody scrolls through, and little enough to be sent at once.</summary>
    public const int MostIds = 20_000;

    /// <summary>Null if the cursor is none of this list in this order.</summary>
    public async Task<TrackPage?> PageAsync(long userId, TrackFilter filter, PageQuery page, CancellationToken cancellationToken)
    {
        var list = LetterOf(filter.ParsedSort);
        var last = page.Cursor is null ? null : PageCursor.From(list, page.Cursor);
        if (page.Cursor is not null && last is null) return null;

        var rest = last is null ? db.Listed(userId, filter) : await db.AfterAsync(userId, filter, last.Value, cancellationToken);
        var ids = await rest.InOrder(filter.ParsedSort).Select(row => row.Track.Id).Take(page.Size + 1).ToListAsync(cancellationToken);
        var tracks = await NamedAsync(userId, [.. ids.Take(page.Size)], cancellationToken);
        return new TrackPage(tracks, ids.Count > page.Size ? PageCursor.To(list, ids[page.Size - 1]) : null);
    }

    /// <summary>Null if the user has no such track.</summary>
    public async Task<TrackResponse?> FindAsync(long userId, long id, CancellationToken cancellationToken) =>
        (await NamedAsync(userId, [id], cancellationToken)).SingleOrDefault();

    /// <summary>Those of the named tracks that are the user's, in the order in which they are named.</summary>
    public async Task<IReadOnlyList<TrackResponse>> NamedAsync(long userId, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var rows = await db.TracksOf(userId).Where(row => ids.Contains(row.Track.Id)).ToDictionaryAsync(row => row.Track.Id, cancellationToken);
        var makeable = await db.MakeableAsync(cancellationToken);
        var tracks = new List<TrackResponse>();
        foreach (var id in ids)
        {
            if (!rows.TryGetValue(id, out var row)) continue;
            tracks.Add(TrackResponse.From(row, await links.FileUrlAsync(row.Job, cancellationToken), makeable));
        }

        return tracks;
    }

    /// <summary>The whole list at once, as far as it goes.</summary>
    public async Task<TrackIds> IdsAsync(long userId, TrackFilter filter, CancellationToken cancellationToken)
    {
        var ids = await db.Listed(userId, filter).InOrder(filter.ParsedSort).Select(row => row.Track.Id).Take(MostIds + 1)
            .ToListAsync(cancellationToken);
        return ids.Count > MostIds ? new TrackIds(ids[..MostIds], Truncated: true) : new TrackIds(ids, Truncated: false);
    }

    /// <summary>A cursor of one order is none of another.</summary>
    private static char LetterOf(TrackSort sort) => sort switch
    {
        TrackSort.Oldest => 'o',
        TrackSort.Title => 'n',
        TrackSort.Longest => 'l',
        TrackSort.Shortest => 's',
        _ => 't',
    };
}

/// <param name="Truncated">Whether there are more than are told.</param>
public sealed record TrackIds(IReadOnlyList<long> Ids, bool Truncated);
