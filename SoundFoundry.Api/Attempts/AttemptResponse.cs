using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Attempts;

/// <summary>One try at one provider.</summary>
/// <param name="Number">1 for the first of its job.</param>
/// <param name="Outcome"><c>SUBMITTING</c>, <c>ACCEPTED</c>, <c>SUCCEEDED</c>, <c>FAILED</c>, <c>ABANDONED</c> or <c>UNKNOWN</c>.</param>
/// <param name="Reason">Why it failed, in words.</param>
/// <param name="CostUsd">What the operator pays, whom alone it is told; null also while it is not known.</param>
public sealed record AttemptResponse(
    long Id, long JobId, int Number, string Provider, string Model, string Outcome, string? Reason, string? ErrorCode, DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt, decimal? CostUsd)
{
    internal static AttemptResponse From(Attempt attempt, bool tellsCost) => new(
        attempt.Id, attempt.JobId, attempt.Number, attempt.Provider, attempt.Model, attempt.Outcome.Word(), attempt.Error, attempt.ErrorCode,
        attempt.StartedAt, attempt.EndedAt, tellsCost ? attempt.CostUsdMicros / 1_000_000m : null);
}
