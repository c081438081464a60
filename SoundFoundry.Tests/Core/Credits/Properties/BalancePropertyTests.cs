using CsCheck;
using SoundFoundry.Tests.Core.Jobs.Properties;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Core.Credits.Properties;

public sealed class BalancePropertyTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly Gen<Move[]> Moves = Gen.Select(
        Gen.Int[0, (int)Cause.TopUp], Gen.Int[0, 9], Gen.Int[1, 8], (cause, job, credits) => new Move((Cause)cause, job, credits)).Array[6, 16];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A failure prints the moves and the seed that finds them again.</summary>
    [Fact]
    public Task Whatever_moves_one_balance_at_once_it_is_never_negative_and_no_credit_is_lost_or_made() =>
        Gen.Select(Moves, Moves, Moves, Moves).SampleAsync(
            async (one, two, three, four) =>
            {
                var race = new BalanceRace(await RealJobs.OfNewUserAsync(schema, Cancelled));
                await race.RunAsync(one, two, three, four);
                await race.ShouldBalanceAsync();
            },
            iter: 30, threads: 1);
}
