using System.Globalization;

namespace SoundFoundry.Web.Operate.Audit;

/// <summary>Which acts to show, as the page's address says.</summary>
/// <param name="Actor">A user's number, as typed.</param>
/// <param name="Act">An act, or all of one noun.</param>
internal sealed record AuditFilter(string? Actor, string? Act)
{
    public bool ActorIsWrong => !string.IsNullOrWhiteSpace(Actor) && ActorId is null;

    public QueryString Query
    {
        get
        {
            var query = default(QueryString);
            if (ActorId is { } id) query = query.Add("actor", $"{id}");
            if (!string.IsNullOrWhiteSpace(Act)) query = query.Add("act", Act);
            return query;
        }
    }

    private long? ActorId => long.TryParse(Actor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
