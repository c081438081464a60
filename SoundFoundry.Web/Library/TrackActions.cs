using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>What can be done with one track of a page. A refusal is told on its row.</summary>
public sealed class TrackActions
{
    private readonly ApiClient _api;
    private readonly TrackRows _rows;
    private readonly TrackNews _news;
    private readonly Announcements _say;

    internal TrackActions(ApiClient api, TrackRows rows, TrackNews news, Announcements say) => (_api, _rows, _news, _say) = (api, rows, news, say);

    public async Task CancelAsync(TrackRow row, CancellationToken cancellationToken) =>
        await TakeAsync(row, await _api.CancelAsync(row.Track.JobId, cancellationToken), cancellationToken);

    public async Task PutFirstAsync(TrackRow row, CancellationToken cancellationToken) =>
        await TakeAsync(row, await _api.PutFirstAsync(row.Track.JobId, cancellationToken), cancellationToken);

    public async Task RetryAsync(TrackRow row, CancellationToken cancellationToken)
    {
        switch (await _api.RetryAsync(row.Track.JobId, cancellationToken))
        {
            case Answer<Accepted>.Ok ok: await _news.ReadJobAsync(ok.Value.JobId, cancellationToken); break;
            case Answer<Accepted>.Refused refused: Tell(row, refused.Problem); break;
        }
    }

    public async Task TakeLateAsync(TrackRow row, LateOffer offer, CancellationToken cancellationToken) =>
        Decide(row, await _api.TakeLateAsync(row.Track.Id, offer.Id, cancellationToken), _say.Taken(row, offer));

    public async Task DeclineLateAsync(TrackRow row, LateOffer offer, CancellationToken cancellationToken) =>
        Decide(row, await _api.DeclineLateAsync(row.Track.Id, offer.Id, cancellationToken), _say.Declined(offer));

    /// <returns>What is wrong with the title, to be told beside it; null if it is the track's now.</returns>
    public async Task<string?> RenameAsync(TrackRow row, string title, CancellationToken cancellationToken)
    {
        var answer = await _api.ChangeAsync(row.Track.Id, new TrackChange(Title: title), cancellationToken);
        if (answer is Answer<Track>.Refused { Problem: var problem }) return problem.InWords;
        Take(row, answer);
        return null;
    }

    public async Task FavoriteAsync(TrackRow row, CancellationToken cancellationToken) =>
        Take(row, await _api.ChangeAsync(row.Track.Id, new TrackChange(Favorite: !row.Track.Favorite), cancellationToken));

    /// <summary>The row stays where it is and offers to undo.</summary>
    public async Task DeleteAsync(TrackRow row, CancellationToken cancellationToken)
    {
        if (await _api.DeleteAsync(row.Track.Id, cancellationToken) is Answer<Nothing>.Refused refused)
        {
            Tell(row, refused.Problem);
            return;
        }

        _rows.Put(row with { Deleted = true, Notice = null });
        _rows.Announce(_say.Deleted(row));
    }

    public async Task RestoreAsync(TrackRow row, CancellationToken cancellationToken)
    {
        var answer = await _api.RestoreAsync(row.Track.Id, cancellationToken);
        Take(row with { Deleted = false }, answer);
        if (answer is Answer<Track>.Ok) _rows.Announce(_say.Restored(row));
    }

    private async Task TakeAsync(TrackRow row, Answer<Job> answer, CancellationToken cancellationToken)
    {
        if (answer is Answer<Job>.Ok ok) await _news.ApplyAsync(ok.Value, cancellationToken);
        else Tell(row, ((Answer<Job>.Refused)answer).Problem);
    }

    private void Decide(TrackRow row, Answer<Track> answer, string announcement)
    {
        if (answer is not Answer<Track>.Ok { Value: var track })
        {
            Tell(row, ((Answer<Track>.Refused)answer).Problem);
            return;
        }

        _rows.Put((_rows.Find(track.Id) ?? row).Decided(track));
        _rows.Announce(announcement);
    }

    private void Take(TrackRow row, Answer<Track> answer)
    {
        if (answer is Answer<Track>.Ok ok) _rows.Put(row with { Track = ok.Value, Notice = null });
        else Tell(row, ((Answer<Track>.Refused)answer).Problem);
    }

    private void Tell(TrackRow row, Problem problem)
    {
        _rows.Put((_rows.Find(row.Track.Id) ?? row) with { Notice = problem.InWords });
        _rows.Announce(problem.InWords);
    }
}
