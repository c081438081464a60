using Npgsql;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Gates;

/// <summary>What makes a job wait at a gate: a lock that its write asks for and that is free unless a gate is closed for this job.</summary>
internal static class GateTriggers
{
    public static Task InstallAsync(NpgsqlDataSource database, CancellationToken cancellationToken) => database.ExecuteAsync(
        $"""
        CREATE FUNCTION pass_gate_of_job() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::int, NEW.id::int); RETURN NEW; END $$;
        CREATE FUNCTION pass_gate() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::int, NEW.job_id::int); RETURN NEW; END $$;
        CREATE TRIGGER gate_claim BEFORE UPDATE ON jobs FOR EACH ROW
            WHEN (NEW.fence > OLD.fence) EXECUTE FUNCTION pass_gate_of_job({(int)GatePoint.Claim});
        CREATE TRIGGER gate_submit BEFORE UPDATE ON attempts FOR EACH ROW
            WHEN (NEW.submits > OLD.submits) EXECUTE FUNCTION pass_gate({(int)GatePoint.Submit});
        CREATE TRIGGER gate_save_id BEFORE UPDATE ON attempts FOR EACH ROW
            WHEN (OLD.request_id IS NULL AND NEW.request_id IS NOT NULL) EXECUTE FUNCTION pass_gate({(int)GatePoint.SaveId});
        CREATE TRIGGER gate_complete BEFORE UPDATE ON jobs FOR EACH ROW
            WHEN (NEW.status = 'COMPLETE' AND OLD.status <> 'COMPLETE') EXECUTE FUNCTION pass_gate_of_job({(int)GatePoint.Complete});
        CREATE TRIGGER gate_settle BEFORE INSERT ON ledger FOR EACH ROW
            WHEN (NEW.kind = 'SETTLE') EXECUTE FUNCTION pass_gate({(int)GatePoint.Settle});
        """, cancellationToken);
}
