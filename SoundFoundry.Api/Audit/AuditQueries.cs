using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Audit;

internal static class AuditQueries
{
    /// <summary>What was written down, newest first.</summary>
    /// <param name="before">Below this id.</param>
    public static IQueryable<AuditLine> AuditLines(this SoundFoundryDb db, AuditChoice choice, long before)
    {
        var entries = db.AuditLog.Where(entry => entry.Id < before);
        if (choice.Actor is { } actor) entries = entries.Where(entry => entry.ActorId == actor);
        if (choice.Act?.Trim() is { Length: > 0 } act)
        {
            var noun = $"{act}.";
            entries = entries.Where(entry => entry.Act == act || entry.Act.StartsWith(noun));
        }

        return from entry in entries
            join user in db.Users on entry.ActorId equals user.Id into users
            from user in users.DefaultIfEmpty()
            orderby entry.Id descending
            select new AuditLine(
                entry.Id, entry.At, entry.Act, entry.ActorId, user.Name, entry.KeyId, entry.Subject, entry.Address, entry.Detail);
    }
}
