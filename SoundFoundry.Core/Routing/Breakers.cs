using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Telemetry;
using StackExchange.Redis;

namespace SoundFoundry.Core.Routing;

/// <summary>Who is left alone for now: one breaker per account and one per model, the same for all workers. Without Redis none is in the
/// way, which costs a refused attempt at most.</summary>
public sealed partial class Breakers(
    IConnectionMultiplexer redis, IOptions<BreakerOptions> options, RenderMetrics metrics, TimeProvider clock, ILogger<Breakers> logger)
{
    /// <summary>Within these a probe of an account (one submit), or of a model (one render), has said how it went.</summary>
    private static readonly TimeSpan AccountProbe = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ModelProbe = TimeSpan.FromMinutes(10);

    /// <summary>Asks to try a model for a job. Of the jobs that ask when a breaker is due, one may.</summary>
    /// <returns>What is in the way; null if the job may go on.</returns>
    public Task<BreakerState?> PassAsync(MusicModel model, long jobId) => TryAsync(async db =>
    {
        RedisKey[] keys = [RedisNames.Breaker(model.Provider), RedisNames.Breaker(model.Provider, model.Name)];
        var answer = (long[])(await db.ScriptEvaluateAsync(
            BreakerScripts.Pass, keys, [jobId, Milliseconds(AccountProbe), Milliseconds(ModelProbe)]))!;
        if (answer[0] == 0) return null;
        var state = await ReadAsync(db, model.Provider, answer[0] == 1 ? null : model.Name);
        return state is null ? null : state with { RetryIn = TimeSpan.FromMilliseconds(answer[1]) };
    });

    /// <summary>Counts a failure against the breaker that its class is the business of. A provider that refused the request for what it is
    /// has let us in.</summary>
    public async Task FailedAsync(MusicModel model, Failure failure)
    {
        if (FailurePolicy.For(failure.Class).ShowsAccount) await AcceptedAsync(model);
        await CountAsync(model, failure);
    }

    /// <summary>The provider took a submit: its account is in order.</summary>
    public Task AcceptedAsync(MusicModel model) => CloseAsync(model.Provider, null);

    /// <summary>The model delivered.</summary>
    public Task SucceededAsync(MusicModel model) => CloseAsync(model.Provider, model.Name);

    /// <summary>The job ended without saying anything about the provider: another may try it now.</summary>
    public Task ReleaseAsync(MusicModel model, long jobId) => TryAsync(async db => await db.ScriptEvaluateAsync(
        BreakerScripts.Release, [RedisNames.Breaker(model.Provider), RedisNames.Breaker(model.Provider, model.Name)], [jobId]));

    /// <summary>The breakers of these models and their accounts that are not closed; empty without Redis.</summary>
    public async Task<IReadOnlyList<BreakerState>> OpenAsync(IEnumerable<MusicModel> models)
    {
        var names = models
            .SelectMany(model => new (string Provider, string? Model)[] { (model.Provider, null), (model.Provider, model.Name) }).Distinct();
        return await TryAsync(async db =>
        {
            var states = await Task.WhenAll(names.Select(name => ReadAsync(db, name.Provider, name.Model)));
            return states.OfType<BreakerState>().ToList();
        }) ?? [];
    }

    private Task CountAsync(MusicModel model, Failure failure) => TryAsync(async db =>
    {
        if (FailurePolicy.For(failure.Class) is not { Opens: { } scope } action) return false;
        var key = scope == BreakerScope.Account ? RedisNames.Breaker(model.Provider) : RedisNames.Breaker(model.Provider, model.Name);
        var limits = options.Value;
        var openFor = (long)await db.ScriptEvaluateAsync(BreakerScripts.Fail, [key],
        [
            action.AtOnce ? 1 : 0, limits.Failures, Milliseconds(limits.Cooldown), Milliseconds(limits.MaxCooldown),
            Milliseconds(failure.RetryAfter ?? TimeSpan.Zero), failure.Code, failure.Reason,
            failure.Class.ToString(),
        ]);
        if (openFor == 0) return false;
        var what = scope == BreakerScope.Account ? model.Provider : model.Id;
        metrics.BreakerOpened(what);
        Log.Opened(logger, what, openFor / 1000.0, failure.Reason);
        return true;
    });

    private Task CloseAsync(string provider, string? model) =>
        TryAsync(async db => (bool)await db.ScriptEvaluateAsync(BreakerScripts.Close, [RedisNames.Breaker(provider, model)]));

    private async Task<BreakerState?> ReadAsync(IDatabase db, string provider, string? model)
    {
        var hash = (await db.HashGetAllAsync(RedisNames.Breaker(provider, model))).ToDictionary();
        if (!hash.TryGetValue("until", out var until)) return null;
        var retryIn = DateTimeOffset.FromUnixTimeMilliseconds((long)until) - clock.GetUtcNow();
        return new BreakerState(
            provider, model, Enum.TryParse<FailureClass>(hash.GetValueOrDefault("class"), out var failure) ? failure : FailureClass.Account,
            hash["code"].ToString(), hash["reason"].ToString(), DateTimeOffset.FromUnixTimeMilliseconds((long)hash["since"]),
            retryIn > TimeSpan.Zero ? retryIn : TimeSpan.Zero);
    }

    private async Task<T?> TryAsync<T>(Func<IDatabase, Task<T>> use)
    {
        try
        {
            if (!redis.IsConnected) return default;
            return await use(redis.GetDatabase());
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Log.NoBreakers(logger, exception.Message);
            return default;
        }
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static partial class Log
    {
        [LoggerMessage(EventId = 3010, Level = LogLevel.Error, Message = "Breaker opened: {What} is left alone for {Seconds} s: {Reason}")]
        public static partial void Opened(ILogger logger, string what, double seconds, string reason);

        [LoggerMessage(EventId = 3011, Level = LogLevel.Warning, Message = "The breakers could not be asked: {Reason}")]
        public static partial void NoBreakers(ILogger logger, string reason);
    }
}
