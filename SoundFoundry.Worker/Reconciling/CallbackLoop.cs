using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Providers;
using SoundFoundry.Worker.Loops;
using SoundFoundry.Worker.Providers.Remote;
using StackExchange.Redis;

namespace SoundFoundry.Worker.Reconciling;

/// <summary>Acts on providers' calls: gives an attempt whose answer was lost the id it lacked, and wakes whoever waits for it.</summary>
internal sealed class CallbackLoop(
    IServiceScopeFactory scopes, IEnumerable<IProviderWire> wires, ModelCatalog catalog, Hints hints, IConnectionMultiplexer redis,
    LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<CallbackLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private readonly Doorbell _calls = new(redis, RedisNames.ProviderCallbacks, clock);

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var calls = await db.ProviderCallbacks.FromSql(
            $"SELECT * FROM provider_callbacks WHERE handled_at IS NULL ORDER BY id LIMIT {AtOnce} FOR UPDATE SKIP LOCKED")
            .AsNoTracking().ToListAsync(cancellationToken);
        if (calls.Count == 0) return;

        var woken = new List<Guid>();
        foreach (var call in calls)
        {
            if (await LearnAsync(db, call, cancellationToken)) woken.Add(call.Token);
        }

        var ids = calls.Select(call => call.Id).ToList();
        await db.ProviderCallbacks.Where(call => ids.Contains(call.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.HandledAt, Clock.GetUtcNow()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var token in woken) hints.ProviderCalledBack(token);
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => _calls.WaitAsync(Poll, cancellationToken);

    public override void Dispose()
    {
        _calls.Dispose();
        base.Dispose();
    }

    /// <returns>Whether the call told us an id we did not have.</returns>
    private async Task<bool> LearnAsync(SoundFoundryDb db, ProviderCallback call, CancellationToken cancellationToken)
    {
        var attempt = await db.Attempts.AsNoTracking().SingleOrDefaultAsync(a => a.Token == call.Token, cancellationToken);
        if (attempt is not { RequestId: null }) return false;
        if (catalog.Find(attempt.Provider, attempt.Model) is not { } model) return false;
        var handle = wires.Single(wire => wire.Name == call.Provider).HandleOf(model, call.RequestId);
        return await db.RecordAcceptedAsync(attempt.Id, handle, cancellationToken);
    }
}
