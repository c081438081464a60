using Npgsql;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Checks;

/// <summary>A promise that rows show to be kept.</summary>
/// <param name="Count">Counts what is examined.</param>
/// <param name="Broken">One row of text for each case that breaks it.</param>
internal sealed record SqlPromise(string Promise, string Count, string Broken)
{
    public async Task<Finding> ExamineAsync(NpgsqlDataSource database, CancellationToken cancellationToken) => new(
        Promise,
        await database.ValueAsync<long>(Count, cancellationToken),
        await database.ListAsync(Broken, row => row.GetString(0), cancellationToken));
}
