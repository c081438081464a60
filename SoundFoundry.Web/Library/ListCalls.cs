using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

internal static class ListCalls
{
    /// <summary>How many tracks one call may name.</summary>
    public const int Window = 100;

    /// <summary>How many tracks one change may name.</summary>
    public const int Bulk = 500;

    public static Task<Answer<TrackIds>> TrackIdsAsync(this ApiClient api, LibraryFilter filter, CancellationToken cancellationToken) =>
        api.GetAsync<TrackIds>("list track ids", $"/api/tracks/ids{filter.ToQuery()}", cancellationToken);

    /// <param name="ids">At most <see cref="Window" />; what is gone is left out of the answer.</param>
    public static Task<Answer<TrackPage>> TracksAsync(this ApiClient api, IEnumerable<long> ids, CancellationToken cancellationToken) =>
        api.GetAsync<TrackPage>("read tracks", $"/api/tracks?ids={string.Join(',', ids)}", cancellationToken);

    /// <param name="ids">At most <see cref="Bulk" />.</param>
    public static Task<Answer<BulkChanged>> ChangeAllAsync(
        this ApiClient api, string action, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        api.PostAsync<BulkChanged>($"{action} tracks", "/api/tracks/bulk", new BulkChange(action, ids), cancellationToken);
}
