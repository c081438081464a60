using CsCheck;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Core.Jobs.Properties;

/// <summary>Whatever happens to jobs, in whatever order: a failure prints the shortest order found and the seed that finds it again.</summary>
public sealed class JobPropertyTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, (int)Command.Sweep], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 4],
        (command, job, claim, credits) => new Step((Command)command, job, claim, credits));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_database_does_what_the_model_of_states_and_credits_says() => AnyStep.Array[5, 40].SampleAsync(
        async steps =>
        {
            var walk = new JobWalk(await RealJobs.OfNewUserAsync(schema, Cancelled));
            foreach (var step in steps) await walk.TakeAsync(step);
        },
        iter: 40, threads: 1);

    [Fact]
    public Task What_several_do_at_once_ends_a_job_once_and_moves_its_credits_once() =>
        Gen.Select(AnyStep.Array[5, 15], AnyStep.Array[5, 15], AnyStep.Array[5, 15]).SampleAsync(
            async (one, two, three) =>
            {
                var real = await RealJobs.OfNewUserAsync(schema, Cancelled);
                var job = (await real.AcceptAsync(3))!.Value;
                var race = new JobRace(real, job);
                await Task.WhenAll(race.RunAsync(one), race.RunAsync(two), race.RunAsync(three));
                await race.ShouldHaveEndedOnceAtMostAsync();
            },
            iter: 25, threads: 1);
}
