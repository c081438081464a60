namespace SoundFoundry.Web.Library;

/// <param name="Action"><c>delete</c>, <c>restore</c>, <c>favorite</c> or <c>unfavorite</c>.</param>
internal sealed record BulkChange(string Action, IReadOnlyList<long> Ids);
