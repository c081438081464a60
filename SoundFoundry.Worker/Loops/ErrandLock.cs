using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Loops;

/// <summary>What of all workers one at a time does; the numbers are our own among PostgreSQL's advisory locks.</summary>
internal enum Errand
{
    Relay = 0x5F0D_2E1A,
    Reconcile = 7_331_002,
    Tidy = 7_331_010,

    /// <summary>One attempt's late audio; the attempt is the other half of the lock.</summary>
    LateDelivery = 7_331_011,

    WebhookClaim = 7_331_020,
}

internal static class ErrandLock
{
    /// <summary>Takes the errand until the transaction ends; false if another worker has it.</summary>
    public static Task<bool> TryTakeAsync(this SoundFoundryDb db, Errand errand, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock({(long)errand}) AS "Value" """).SingleAsync(cancellationToken);

    /// <summary>Takes the errand for one row.</summary>
    public static Task<bool> TryTakeAsync(this SoundFoundryDb db, Errand errand, long id, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock({(int)errand}, hashint8({id})) AS "Value" """).SingleAsync(cancellationToken);

    /// <summary>Takes the errand until the session ends or gives it up.</summary>
    public static Task<bool> TryTakeForSessionAsync(this SoundFoundryDb db, Errand errand, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_lock({(long)errand}) AS "Value" """).SingleAsync(cancellationToken);
}
