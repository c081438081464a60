using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Workers;

/// <summary>Who is alive, in the database's time.</summary>
public static class WorkerRegister
{
    /// <summary>Says that a worker is alive; after six seconds of silence it counts as gone.</summary>
    public static Task SayAliveAsync(
        this SoundFoundryDb db, string id, int studioSlots, int remoteSlots, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO workers (id, studio_slots, remote_slots, seen_at) VALUES ({id}, {studioSlots}, {remoteSlots}, now())
            ON CONFLICT (id) DO UPDATE SET studio_slots = {studioSlots}, remote_slots = {remoteSlots}, seen_at = now()
            """, cancellationToken);

    public static Task SignOffAsync(this SoundFoundryDb db, string id, CancellationToken cancellationToken) =>
        db.Workers.Where(worker => worker.Id == id).ExecuteDeleteAsync(cancellationToken);

    public static IQueryable<WorkerPresence> AliveWorkers(this SoundFoundryDb db) =>
        db.Workers.FromSql($"SELECT * FROM workers WHERE seen_at > now() - interval '6 seconds'").AsNoTracking();
}
