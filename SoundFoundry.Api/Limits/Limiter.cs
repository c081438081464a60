using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace SoundFoundry.Api.Limits;

/// <summary>Says whether something may happen now. All replicas agree through Redis; while that is away or slow, each counts for itself by
/// the same rates, and tries Redis again every second.</summary>
internal sealed partial class Limiter(
    IConnectionMultiplexer redis, IOptionsMonitor<LimitsOptions> options, LimitMetrics metrics, TimeProvider clock, ILogger<Limiter> logger)
{
    /// <summary>A limit that takes longer to ask than most requests to answer would be the harm it is there to prevent.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ProcessLimits _process = new(clock);
    private int _isAlone;
    private long _nextTry;

    public bool IsEnabled => options.CurrentValue.IsEnabled;

    /// <summary>Counts one thing that happens to a subject, such as a try to sign in as an account.</summary>
    /// <param name="subject">Anything, also what a stranger typed: only its digest is kept.</param>
    public Task<LimitVerdict> TakeAsync(LimitName name, string subject, CancellationToken cancellationToken) =>
        TakeAsync([Of(name, Limit.Digest(subject))], cancellationToken);

    /// <summary>Takes one from each, or nothing from any.</summary>
    public async Task<LimitVerdict> TakeAsync(IReadOnlyList<Limit> limits, CancellationToken cancellationToken)
    {
        if (!IsEnabled) return new LimitVerdict(IsAllowed: true, IsShared: true, [.. limits.Select(limit => new LimitState(limit, 0))]);
        var verdict = await TryShareAsync(limits, cancellationToken) ?? _process.Take(limits);
        if (!verdict.IsShared) metrics.DecidedAlone();
        if (!verdict.IsAllowed) metrics.Refused(verdict.Tightest.Limit.Name);
        return verdict;
    }

    /// <param name="subject">Of our own making.</param>
    internal Limit Of(LimitName name, string subject) => new(name, options.CurrentValue.RateOf(name), subject);

    private async Task<LimitVerdict?> TryShareAsync(IReadOnlyList<Limit> limits, CancellationToken cancellationToken)
    {
        if (!IsMyTurn()) return null;
        try
        {
            if (!redis.IsConnected) throw new TimeoutException("not connected");
            var verdict = await SharedLimits.TakeAsync(redis.GetDatabase(), limits).WaitAsync(Patience, clock, cancellationToken);
            if (Interlocked.Exchange(ref _isAlone, 0) == 1) Log.Shared(logger);
            return verdict;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Volatile.Write(ref _nextTry, clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
            if (Interlocked.Exchange(ref _isAlone, 1) == 0) Log.Alone(logger, exception.Message);
            return null;
        }
    }

    /// <summary>Of the requests that come while Redis is away, one in each pause tries it.</summary>
    private bool IsMyTurn()
    {
        if (Volatile.Read(ref _isAlone) == 0) return true;
        var (now, next) = (clock.GetTimestamp(), Volatile.Read(ref _nextTry));
        return now >= next
            && Interlocked.CompareExchange(ref _nextTry, now + (long)(Pause.TotalSeconds * clock.TimestampFrequency), next) == next;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1101, Level = LogLevel.Warning,
            Message = "Redis does not answer in time ({Reason}): until it does, this replica keeps to the request limits by itself.")]
        public static partial void Alone(ILogger logger, string reason);

        [LoggerMessage(EventId = 1102, Level = LogLevel.Information, Message = "Redis answers again: request limits are shared by all replicas.")]
        public static partial void Shared(ILogger logger);
    }
}
