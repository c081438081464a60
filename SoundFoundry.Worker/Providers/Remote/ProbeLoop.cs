using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Loops;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>Asks each configured provider now and then something that costs nothing. Of several workers, whoever is first in an interval asks.</summary>
internal sealed partial class ProbeLoop(
    IServiceScopeFactory scopes, IEnumerable<IProviderWire> wires, IOptions<ProviderOptions> providers, IOptions<RemoteOptions> options,
    LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<ProbeLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private readonly ILogger _logger = logger;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        foreach (var wire in wires.Where(wire => providers.Value.IsConfigured(wire.Name)))
        {
            if (!await IsDueAsync(db, wire.Name, cancellationToken)) continue;
            var failure = await ProbeAsync(wire, cancellationToken);
            if (failure is not null) Log.Unwell(_logger, wire.Name, failure.Reason);
            await RecordAsync(db, wire.Name, failure, cancellationToken);
        }
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromTicks(Math.Min(options.Value.ProbeInterval.Ticks / 2, LongestPause.Ticks)), Clock, cancellationToken);

    /// <summary>Within a limit: two providers that hang must not make this loop look dead.</summary>
    private static async Task<Failure?> ProbeAsync(IProviderWire wire, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ProbeLimit);
        try
        {
            return await wire.ProbeAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Failure(FailureClass.Unreachable, "timeout", $"{wire.Name} did not answer within {ProbeLimit.TotalSeconds:0} s");
        }
    }

    /// <summary>Takes this interval's turn. The very first has no row to take it in, and several workers may ask.</summary>
    private async Task<bool> IsDueAsync(SoundFoundryDb db, string provider, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"UPDATE provider_probes SET probed_at = now() WHERE provider = {provider} AND probed_at < now() - {options.Value.ProbeInterval}",
            cancellationToken) == 1
        || !await db.ProviderProbes.AnyAsync(probe => probe.Provider == provider, cancellationToken);

    private static Task RecordAsync(SoundFoundryDb db, string provider, Failure? failure, CancellationToken cancellationToken)
    {
        var ok = failure is null;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO provider_probes AS probe (provider, ok, code, error, probed_at, since)
            VALUES ({provider}, {ok}, {failure?.Code}, left({failure?.Reason}, 500), now(), now())
            ON CONFLICT (provider) DO UPDATE
            SET since = CASE WHEN probe.ok = excluded.ok THEN probe.since ELSE now() END, ok = excluded.ok, code = excluded.code,
                error = excluded.error, probed_at = now()
            """, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2061, Level = LogLevel.Warning, Message = "The provider {Provider} is not well: {Reason}")]
        public static partial void Unwell(ILogger logger, string provider, string reason);
    }
}
