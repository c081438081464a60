using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.LateResults;

internal static class LateQueries
{
    /// <summary>All that is offered, to be asked for one track within a larger query.</summary>
    public static IQueryable<LateRow> LateRows(this SoundFoundryDb db) =>
        from late in db.OpenOffers()
        join attempt in db.Attempts on late.AttemptId equals attempt.Id
        select new LateRow
        {
            Id = late.Id,
            TrackId = late.TrackId,
            Offer = new LateOffer(
                late.Id, attempt.Provider, attempt.Model, late.Credits, late.Artifact.DurationSeconds, AudioUrl(late.TrackId, late.Id),
                late.FoundAt),
        };

    private static string AudioUrl(long trackId, long lateId) => $"/api/tracks/{trackId}/late/{lateId}/audio";
}

internal sealed class LateRow
{
    public required long Id { get; init; }

    public required long TrackId { get; init; }

    public required LateOffer Offer { get; init; }
}
