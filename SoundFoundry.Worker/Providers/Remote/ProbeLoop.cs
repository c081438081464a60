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
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private readonly ILogger _logger = logger;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        foreach (var wire in wires.Where(wire => providers.Value.IsConfigured(wire.Name)))
        {
            if (!await IsDueAsync(db, wire.Name, cancellationToken)) continue;
            var failure = await wire.ProbeAsync(cancellationToken);
            if (failure is not null) Log.Unwell(_logger, wire.Name, failure.Reason);
            await RecordAsync(db, wire.Name, failure, cancellationToken);
        }
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromTicks(Math.Min(options.Value.ProbeInterval.Ticks / 2, LongestPause.Ticks)), Clock, cancellationToken);

    private async Task<bool> IsDueAsync(SoundFoundryDb db, string provider, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO provider_probes (provider, ok, probed_at, since) VALUES ({provider}, true, now(), now())
            ON CONFLICT (provider) DO UPDATE SET probed_at = now() WHERE provider_probes.probed_at < now() - {options.Value.ProbeInterval}
            """, cancellationToken) == 1;

    private static Task RecordAsync(SoundFoundryDb db, string provider, Failure? failure, CancellationToken cancellationToken)
    {
        var ok = failure is null;
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE provider_probes
            SET since = CASE WHEN ok = {ok} THEN since ELSE now() END, ok = {ok}, code = {failure?.Code}, error = left({failure?.Reason}, 500), probed_at = now()
            WHERE provider = {provider}
            """, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2061, Level = LogLevel.Warning, Message = "The provider {Provider} is not well: {Reason}")]
        public static partial void Unwell(ILogger logger, string provider, string reason);
    }
}
