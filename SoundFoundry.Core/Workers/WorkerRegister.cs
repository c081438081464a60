using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;

namespace SoundFoundry.Core.Workers;

/// <summary>Who is alive, in the database's time.</summary>
public static class WorkerRegister
{
    /// <summary>Says that a worker is alive; after six seconds of silence it counts as gone.</summary>
    /// <param name="makes">What renditions it can make.</param>
    public static Task SayAliveAsync(
        this SoundFoundryDb db, string id, int studioSlots, int remoteSlots, IReadOnlyList<RenditionKind> makes,
        CancellationToken cancellationToken)
    {
        var words = makes.Select(kind => kind.Word()).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO workers (id, studio_slots, remote_slots, makes, seen_at) VALUES ({id}, {studioSlots}, {remoteSlots}, {words}, now())
            ON CONFLICT (id) DO UPDATE SET studio_slots = {studioSlots}, remote_slots = {remoteSlots}, makes = {words}, seen_at = now(), left_at = NULL
            """, cancellationToken);
    }

    /// <summary>Says that a worker has stopped. What it could make is remembered for a day, like the words of one that died.</summary>
    public static Task SignOffAsync(this SoundFoundryDb db, string id, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"UPDATE workers SET left_at = now() WHERE id = {id}", cancellationToken);

    public static IQueryable<WorkerPresence> AliveWorkers(this SoundFoundryDb db) =>
        db.Workers.FromSql($"SELECT * FROM workers WHERE seen_at > now() - interval '6 seconds' AND left_at IS NULL").AsNoTracking();

    /// <summary>What renditions the living workers can make between them, or the last ones could while there are none.</summary>
    /// <returns>All, where nobody tells.</returns>
    public static async Task<IReadOnlySet<RenditionKind>> MakeableAsync(this SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var last = await db.Workers
            .FromSql($"SELECT * FROM workers WHERE seen_at > (SELECT max(seen_at) FROM workers) - interval '6 seconds'")
            .Select(worker => worker.Makes).ToListAsync(cancellationToken);
        var kinds = Enum.GetValues<RenditionKind>();
        return last.Count == 0 || last.Contains(null)
            ? kinds.ToHashSet()
            : kinds.Where(kind => last.Any(makes => makes!.Contains(kind.Word()))).ToHashSet();
    }
}
