namespace SoundFoundry.Api.Limits;

/// <summary>Whether something may happen, and how the limits on it stand afterwards.</summary>
/// <param name="IsAllowed">If not, none of the limits was touched.</param>
/// <param name="IsShared">Whether all replicas agree on it; false while Redis is away and this process counts alone.</param>
internal sealed record LimitVerdict(bool IsAllowed, bool IsShared, IReadOnlyList<LimitState> States)
{
    /// <summary>Of a refusal, the limit that takes longest to give way; else the one that is nearest to its end.</summary>
    public LimitState Tightest => IsAllowed
        ? States.MinBy(state => state.Share)
        : States.Where(state => state.Remaining == 0).MaxBy(state => state.SecondsToNext);

    /// <summary>Whole seconds after which it is worth trying again, at least one.</summary>
    public int RetryAfter => Math.Max(Tightest.SecondsToNext, 1);
}
