using Microsoft.EntityFrameworkCore;

namespace SoundFoundry.Api.Paging;

/// <summary>Reads a page of a list whose rows come in the order of their ids, the highest first.</summary>
internal static class NewestFirst
{
    /// <param name="list">The letter of this list's cursors.</param>
    /// <param name="below">The rows whose ids are lower than a given one, in order.</param>
    /// <returns>Null if the cursor is none of this list.</returns>
    public static async Task<PageOf<T>?> ReadAsync<T>(
        char list, PageQuery page, Func<long, IQueryable<T>> below, Func<T, long> id, CancellationToken cancellationToken)
    {
        var before = page.Cursor is null ? long.MaxValue : PageCursor.From(list, page.Cursor);
        if (before is null) return null;

        var rows = await below(before.Value).Take(page.Size + 1).ToListAsync(cancellationToken);
        return new PageOf<T>([.. rows.Take(page.Size)], rows.Count > page.Size ? PageCursor.To(list, id(rows[page.Size - 1])) : null);
    }
}
