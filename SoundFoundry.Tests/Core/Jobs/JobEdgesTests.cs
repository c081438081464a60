using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Core.Jobs;

public sealed partial class JobEdgesTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_chart_draws_every_edge_and_no_other()
    {
        var chart = await File.ReadAllTextAsync(Repository.File("docs/job-states.md"), Cancelled);
        var drawn = Edge().Matches(chart)
            .Select(match => (Enum.Parse<JobStatus>(match.Groups[1].Value, true), Enum.Parse<JobStatus>(match.Groups[2].Value, true)));

        drawn.ShouldBe(JobEdges.All, ignoreOrder: true);
        Birth().Matches(chart).Select(match => Enum.Parse<JobStatus>(match.Groups[1].Value, true))
            .ShouldBe(JobEdges.Births, ignoreOrder: true);
        End().Matches(chart).Select(match => Enum.Parse<JobStatus>(match.Groups[1].Value, true))
            .ShouldBe(Enum.GetValues<JobStatus>().Where(status => status.IsFinal()), ignoreOrder: true);
    }

    [Fact]
    public async Task The_database_allows_every_edge_and_no_other()
    {
        await using var db = schema.Open();
        var allowed = new HashSet<(JobStatus, JobStatus)>();
        foreach (var from in Enum.GetValues<JobStatus>())
        foreach (var to in Enum.GetValues<JobStatus>())
        {
            if (await MovesAsync(db, from, to)) allowed.Add((from, to));
        }

        // To stay is no move: a queued job whose priority changes is still queued.
        allowed.Remove((JobStatus.Queued, JobStatus.Queued)).ShouldBeTrue();
        allowed.ShouldBe(JobEdges.All, ignoreOrder: true);
    }

    [Theory]
    [InlineData(JobStatus.Queued, false)]
    [InlineData(JobStatus.Rendering, false)]
    [InlineData(JobStatus.Complete, true)]
    [InlineData(JobStatus.Failed, true)]
    [InlineData(JobStatus.Canceled, true)]
    public void A_final_state_is_one_without_a_way_out(JobStatus status, bool isFinal) => status.IsFinal().ShouldBe(isFinal);

    private static async Task<bool> MovesAsync(SoundFoundry.Core.Persistence.SoundFoundryDb db, JobStatus from, JobStatus to)
    {
        var id = await EmptySchema.QueueJobAsync(db, Cancelled);
        if (from != JobStatus.Queued) await SetAsync(db, id, JobStatus.Rendering);
        if (from is not (JobStatus.Queued or JobStatus.Rendering)) await SetAsync(db, id, from);
        try
        {
            await SetAsync(db, id, to);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CheckViolation)
        {
            return false;
        }
    }

    private static Task SetAsync(DbContext db, long id, JobStatus status)
    {
        var name = status.Name();
        return db.Database.ExecuteSqlAsync($"UPDATE jobs SET status = {name} WHERE id = {id}", Cancelled);
    }

    [GeneratedRegex(@"^\s*([A-Z]+) --> ([A-Z]+)", RegexOptions.Multiline)]
    private static partial Regex Edge();

    [GeneratedRegex(@"^\s*\[\*\] --> ([A-Z]+)", RegexOptions.Multiline)]
    private static partial Regex Birth();

    [GeneratedRegex(@"^\s*([A-Z]+) --> \[\*\]", RegexOptions.Multiline)]
    private static partial Regex End();
}
