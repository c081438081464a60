using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Limits;
using StackExchange.Redis;

namespace SoundFoundry.Tests.Api.Limits;

/// <summary>One replica's limiter, and what it logged.</summary>
internal sealed class Replica(IConnectionMultiplexer redis, LimitsOptions options)
{
    private static readonly IMeterFactory Meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    public WrittenLog<Limiter> Log { get; } = new();

    public Limiter Limiter => field ??= new Limiter(redis, new Fixed(options), new LimitMetrics(Meters), TimeProvider.System, Log);

    public Task<LimitVerdict> TakeAsync(params (LimitName Name, string Subject)[] limits) =>
        Limiter.TakeAsync([.. limits.Select(limit => Limiter.Of(limit.Name, limit.Subject))], TestContext.Current.CancellationToken);

    private sealed class Fixed(LimitsOptions options) : IOptionsMonitor<LimitsOptions>
    {
        public LimitsOptions CurrentValue => options;

        public LimitsOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<LimitsOptions, string?> listener) => null;
    }
}
