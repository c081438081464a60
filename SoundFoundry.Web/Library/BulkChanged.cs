namespace SoundFoundry.Web.Library;

internal sealed record BulkChanged(IReadOnlyList<long> Changed, IReadOnlyList<BulkRefusal> Refused);

/// <param name="Detail">Why, in words.</param>
internal sealed record BulkRefusal(long Id, string? Code, string? Detail);
