using SoundFoundry.Tests.Stack;
using static SoundFoundry.Tests.Worker.Renders.Ending;

namespace SoundFoundry.Tests.Worker.Renders;

/// <summary>Everything that can go wrong at Replicate, and what follows from it.</summary>
public sealed class ReplicateMatrixTests(ReplicateMatrixTests.ReplicateFirst providers) : IClassFixture<ReplicateMatrixTests.ReplicateFirst>
{
    public static readonly TheoryData<FaultRow> Rows = new((FaultRow[])
    [
        // The submit is refused.
        new("unauthorized", "401", FellBack),
        new("no_credit", "402", FellBack),
        new("rate_limited", "429", FellBack, RetryAfterS: 60),
        new("rate_limited", "429", FellBack, Submits: 3, RetryAfterS: 0), // asked again each second, for two
        new("not_found", "404", FellBack),
        new("unknown_field", "422", FellBack),
        new("invalid_input", "422", Failed),

        // Nobody knows whether it was taken; Replicate's list may tell.
        new("server_error", "unknown_outcome", FellBack),
        new("bad_gateway", "unknown_outcome", FellBack),
        new("reset_before_accept", "unknown_outcome", FellBack),
        new("silence_before_accept", "unknown_outcome", FellBack),
        new("reset_after_accept", null, Complete, Started: 1),
        new("silence_after_accept", null, Complete, Started: 1),
        new("garbage", null, Complete, Started: 1),

        // It was taken, and ended badly.
        new("content_policy", "E005", Failed, Started: 1),
        new("render_fails", "failed", FellBack, Started: 1),
        new("aborted", "aborted", FellBack, Started: 1),
        new("never_finishes", "timeout", FellBack, Started: 1),
        new("result_missing_audio", "no_audio", FellBack, Started: 1),
        new("silent_audio", "bad_artifact", FellBack, Started: 1),
        new("wrong_length", "bad_artifact", FellBack, Started: 1),
        new("huge_audio", "too_large", FellBack, Started: 1),
        new("download_truncated", "bad_artifact", FellBack, Started: 1),
        new("download_not_audio", "bad_artifact", FellBack, Started: 1),
        new("download_redirect", "forbidden_host", FellBack, Started: 1),

        // It passes.
        new("rate_limited", null, Complete, Submits: 2, Started: 1, Times: 1, RetryAfterS: 1),
        new("slow_first_byte", null, Complete, Started: 1, DelayS: 0.5),
        new("status_error", null, Complete, Started: 1, Times: 3),
        new("status_unknown", null, Complete, Started: 1, Times: 2),
        new("status_backwards", null, Complete, Started: 1),
        new("result_error", null, Complete, Started: 1, Times: 2),
        new("download_error", null, Complete, Started: 1, Times: 2),
        new("download_reset", null, Complete, Started: 1, Times: 1),
    ]);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Whatever_goes_wrong_there_is_one_ending_one_charge_and_no_second_submit(FaultRow row) =>
        new FaultMatrix(providers, "replicate", "fal").HoldsAsync(row);

    public sealed class ReplicateFirst(Servers.SharedPostgres postgres) : SimulatedProviders(postgres, "replicate");
}
