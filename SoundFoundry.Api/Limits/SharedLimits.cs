using SoundFoundry.Core.Messages;
using StackExchange.Redis;

namespace SoundFoundry.Api.Limits;

/// <summary>Limits on which all replicas agree: one script, in the time of Redis.</summary>
internal static class SharedLimits
{
    /// <summary>The generic cell rate algorithm. A key holds the moment (microseconds of the Unix epoch) at which all that was taken is
    /// earned again, and expires then. KEYS: the limits. ARGV: interval and window of each, in microseconds. All are looked at before any
    /// is taken from. Returns 1 if taken, else 0, and the backlog of each. A backlog longer than its window is of another rate or
    /// another clock, and counts for nothing.</summary>
    private const string Take = """
        local t = redis.call('TIME')
        local now = t[1] * 1000000 + t[2]
        local answer = {1}
        for i, key in ipairs(KEYS) do
            local interval, window = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
            local backlog = math.max(tonumber(redis.call('GET', key) or '0') - now, 0)
            if backlog > window then backlog = 0 end
            if backlog + interval > window then answer[1] = 0 end
            answer[i + 1] = backlog
        end
        if answer[1] == 0 then return answer end
        for i, key in ipairs(KEYS) do
            answer[i + 1] = answer[i + 1] + tonumber(ARGV[2 * i - 1])
            redis.call('SET', key, string.format('%.0f', now + answer[i + 1]), 'PX', math.ceil(answer[i + 1] / 1000))
        end
        return answer
        """;

    public static async Task<LimitVerdict> TakeAsync(IDatabase redis, IReadOnlyList<Limit> limits)
    {
        var keys = new RedisKey[limits.Count];
        var rates = new RedisValue[limits.Count * 2];
        for (var i = 0; i < limits.Count; i++)
        {
            keys[i] = RedisNames.Limit(limits[i].Name.ToString().ToLowerInvariant(), limits[i].Subject);
            (rates[2 * i], rates[(2 * i) + 1]) = (limits[i].Rate.Interval, limits[i].Rate.Window);
        }

        var answer = (long[])(await redis.ScriptEvaluateAsync(Take, keys, rates))!;
        return new LimitVerdict(answer[0] == 1, IsShared: true, [.. limits.Select((limit, i) => new LimitState(limit, answer[i + 1]))]);
    }
}
