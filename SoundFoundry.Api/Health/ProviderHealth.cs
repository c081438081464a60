using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Providers;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Health;

/// <summary>Puts together what attempts, breakers and unbilled questions have shown. No provider is asked here, and rows are read at most
/// every two seconds, however many ask.</summary>
internal sealed class ProviderHealth(
    IServiceScopeFactory scopes, ModelCatalog catalog, IOptions<ProviderOptions> options, Breakers breakers, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ProviderHealthReport? _report;

    public async Task<ProviderHealthReport> ReportAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_report is null || clock.GetUtcNow() - _report.At > GoodFor) _report = await ReadAsync(cancellationToken);
            return _report;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<ProviderHealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        var records = await ModelRecord.ReadAsync(db, cancellationToken);
        var probes = await db.ProviderProbes.AsNoTracking().ToListAsync(cancellationToken);
        var unknown = await db.Attempts.Where(a => a.Outcome == AttemptOutcome.Unknown && a.ReconciledAt == null).GroupBy(a => a.Provider)
            .Select(group => new { group.Key, Count = group.Count(), Cost = group.Sum(a => a.CostUsdMicros) }).ToListAsync(cancellationToken);
        var open = await breakers.OpenAsync(catalog.All);
        var providers = new[] { ProviderOptions.Fal, ProviderOptions.Replicate }.Select(name =>
        {
            var lost = unknown.SingleOrDefault(u => u.Key == name);
            return Describe(
                name, records, probes.SingleOrDefault(p => p.Provider == name), open, new UnknownReport(lost?.Count ?? 0, (lost?.Cost ?? 0) / 1_000_000m));
        }).ToList();
        return new ProviderHealthReport(
            providers[0].Status, providers[1].Status, providers[0].Error, providers[1].Error, ProviderVerdict.Ok, clock.GetUtcNow(), providers);
    }

    private ProviderReport Describe(
        string name, List<ModelRecord> records, ProviderProbe? probe, IReadOnlyList<BreakerState> open, UnknownReport unknown)
    {
        var models = catalog.All.Where(model => model.Provider == name).OrderBy(model => model.Rank).Select(model => Describe(
            model, records.SingleOrDefault(record => record.Provider == name && record.Model == model.Name),
            open.SingleOrDefault(state => state.Provider == name && state.Model == model.Name))).ToList();
        if (!options.Value.IsConfigured(name)) return new(name, ProviderVerdict.NotConfigured, null, null, null, null, unknown, models);

        var account = open.SingleOrDefault(state => state.Provider == name && state.Model is null);
        var verdict = ProviderVerdict.Of(account, probe, models);
        return new(
            name, verdict.Status, verdict.Since, verdict.Error, Report(account),
            probe is null ? null : new ProbeReport(probe.Ok, probe.Code, probe.Error, probe.ProbedAt, probe.Since), unknown, models);
    }

    private static ModelReport Describe(MusicModel model, ModelRecord? record, BreakerState? breaker)
    {
        var attempts = (record?.Succeeded ?? 0) + (record?.Failed ?? 0);
        var status = breaker is not null || record?.LastErrorAt > (record?.LastSuccessAt ?? default) ? ProviderVerdict.Failing
            : record?.LastSuccessAt is null ? ProviderVerdict.Unknown : ProviderVerdict.Ok;
        return new(
            model.Name, status, attempts, attempts == 0 ? null : Math.Round(record!.Succeeded / (double)attempts, 3), Round(record?.P50), Round(record?.P95),
            record?.LastSuccessAt, record?.LastErrorAt, record?.LastErrorCode, record?.LastError, Report(breaker));
    }

    private static double? Round(double? seconds) => seconds is { } s ? Math.Round(s, 2) : null;

    private static BreakerReport? Report(BreakerState? state) =>
        state is null ? null : new(state.Code, state.Reason, state.Since, Math.Ceiling(state.RetryIn.TotalSeconds));
}
