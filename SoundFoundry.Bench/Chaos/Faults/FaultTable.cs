using SoundFoundry.Bench.Chaos.Gates;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>Everything that can go wrong on purpose.</summary>
internal static class FaultTable
{
    public static IReadOnlyList<IFault> All { get; } =
    [
        new KillAtGate("worker killed before the claim", GatePoint.Claim, "SELECT 1 FROM jobs WHERE id = $1 AND status = 'QUEUED'"),
        new KillBeforeAcknowledging(),
        new KillAtGate("worker killed before the submit", GatePoint.Submit,
            "SELECT 1 FROM attempts WHERE job_id = $1 AND outcome = 'SUBMITTING' AND NOT awaits_answer AND request_id IS NULL"),
        new KillWhileAnswering(),
        new KillAtGate("worker killed before the id is saved", GatePoint.SaveId,
            "SELECT 1 FROM attempts WHERE job_id = $1 AND outcome IN ('SUBMITTING', 'UNKNOWN') AND awaits_answer AND request_id IS NULL"),
        new KillWhilePolling(),
        new StrikeWhileStoring(kills: true),
        new KillAtGate("worker killed between store and row", GatePoint.Complete,
            "SELECT 1 FROM jobs WHERE id = $1 AND status = 'RENDERING' AND stage = 'storing'"),
        new KillAtGate("worker killed in its last transaction", GatePoint.Settle,
            "SELECT 1 FROM jobs WHERE id = $1 AND status = 'RENDERING' AND stage = 'storing'"),
        new FreezeWhilePolling(),
        new StrikeWhileStoring(kills: false),
        new FreezeWhileCommitting(),
        new StopWorker(),
        .. WrongClock.IsPossible ? (IFault[])[new WrongClock()] : [],
        new KillApi(),
        new RedisAway(RedisEnd.Stopped),
        new RedisAway(RedisEnd.Killed),
        new RedisAway(RedisEnd.Hanging),
        new FlushRedis(),
        new PostgresAway(powerCut: false),
        new PostgresAway(powerCut: true),
        new StoreFails(),
        new ProviderFault("provider losing its answers", "reset_after_accept", "silence_after_accept", "garbage"),
        new ProviderFault("provider failing to answer", "server_error", "bad_gateway", "reset_before_accept", "silence_before_accept", "rate_limited"),
        new ProviderFault("provider failing its work", "render_fails", "never_finishes", "status_error", "result_error", "status_unknown", "status_backwards"),
        new ProviderFault("provider delivering rubbish", "result_missing_audio", "silent_audio", "wrong_length", "download_error", "download_reset",
            "download_truncated", "download_not_audio", "download_redirect"),
    ];
}
