namespace SoundFoundry.Core.Routing;

/// <summary>What happens to a breaker happens inside Redis, in its time, so that all workers agree. A breaker is a hash: <c>failures</c> in a
/// row, <c>strikes</c> (openings not long ago), and while it is open <c>until</c>, <c>since</c>, <c>code</c>, <c>reason</c>, <c>class</c>, <c>probe</c>
/// (the job that tries it) and <c>probe_until</c>. Times are milliseconds of the Unix epoch.</summary>
internal static class BreakerScripts
{
    private const string Now = "local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000) ";

    /// <summary>KEYS: account, model. ARGV: job, milliseconds a probe may take at each. Returns the number of the key that is in the way, and
    /// for how many milliseconds; 0 if the job may go on, which makes it the probe of every breaker that is due.</summary>
    public const string Pass = Now + """
        local due = {}
        for i, key in ipairs(KEYS) do
            local until_ = tonumber(redis.call('HGET', key, 'until'))
            if until_ then
                if now < until_ then return {i, until_ - now} end
                local probe_until = tonumber(redis.call('HGET', key, 'probe_until') or '0')
                if now < probe_until and redis.call('HGET', key, 'probe') ~= ARGV[1] then return {i, probe_until - now} end
                due[#due + 1] = i
            end
        end
        for _, i in ipairs(due) do redis.call('HSET', KEYS[i], 'probe', ARGV[1], 'probe_until', now + ARGV[i + 1]) end
        return {0, 0}
        """;

    /// <summary>KEYS: the breaker. ARGV: whether at once, threshold, cooldown, longest cooldown, asked-for wait (0: none), code, reason, class.
    /// Returns for how many milliseconds it is open from now on; 0 if it stays closed or was open already.</summary>
    public const string Fail = Now + """
        local key = KEYS[1]
        local until_ = tonumber(redis.call('HGET', key, 'until'))
        if until_ and now < until_ then return 0 end
        local failures = redis.call('HINCRBY', key, 'failures', 1)
        if ARGV[1] ~= '1' and not until_ and failures < tonumber(ARGV[2]) then
            redis.call('PEXPIRE', key, 600000)
            return 0
        end
        local strikes = redis.call('HINCRBY', key, 'strikes', 1)
        local wait = math.min(ARGV[3] * 2 ^ (strikes - 1), tonumber(ARGV[4]))
        if tonumber(ARGV[5]) > 0 then wait = tonumber(ARGV[5]) end
        redis.call('HSET', key, 'until', now + wait, 'code', ARGV[6], 'reason', ARGV[7], 'class', ARGV[8])
        redis.call('HSETNX', key, 'since', now)
        redis.call('HDEL', key, 'probe', 'probe_until')
        redis.call('PEXPIRE', key, 86400000)
        return math.floor(wait)
        """;

    /// <summary>KEYS: account, model. ARGV: job. Lets another job be the probe where this one was.</summary>
    public const string Release = """
        for _, key in ipairs(KEYS) do
            if redis.call('HGET', key, 'probe') == ARGV[1] then redis.call('HDEL', key, 'probe', 'probe_until') end
        end
        return 0
        """;

    /// <summary>KEYS: the breaker. Closes it; its strikes are remembered for ten minutes, so that one that flaps stays away longer each time.</summary>
    public const string Close = """
        if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
        redis.call('HDEL', KEYS[1], 'failures', 'until', 'since', 'code', 'reason', 'class', 'probe', 'probe_until')
        redis.call('PEXPIRE', KEYS[1], 600000)
        return 1
        """;
}
