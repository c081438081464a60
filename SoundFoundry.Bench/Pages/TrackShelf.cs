using Npgsql;

namespace SoundFoundry.Bench.Pages;

/// <summary>A long library without the hours it would take to render it.</summary>
internal static class TrackShelf
{
    private static readonly string[] Own = ["id", "job_id", "track_id", "title", "created_at", "version"];

    /// <summary>Copies a finished track and its job, under titles of their own, a minute apart.</summary>
    public static async Task FillAsync(NpgsqlDataSource database, long trackId, int count, CancellationToken cancellationToken)
    {
        var tracks = await ColumnsAsync(database, "tracks", cancellationToken);
        var jobs = await ColumnsAsync(database, "jobs", cancellationToken);
        await using var fill = database.CreateCommand(
            $"""
            INSERT INTO tracks ({List(tracks)}, title, created_at)
            SELECT {List(tracks)}, 'Shelf ' || n, created_at - n * interval '1 minute' FROM tracks, generate_series({count}, 1, -1) AS n WHERE id = {trackId};
            INSERT INTO jobs ({List(jobs)}, track_id, created_at)
            SELECT {List(jobs, "jobs.")}, copies.id, copies.created_at FROM jobs, tracks AS copies WHERE jobs.track_id = {trackId} AND copies.job_id IS NULL;
            UPDATE tracks SET job_id = jobs.id FROM jobs WHERE jobs.track_id = tracks.id AND tracks.job_id IS NULL;
            ANALYZE tracks; ANALYZE jobs;
            """);
        await fill.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(NpgsqlDataSource database, string table, CancellationToken cancellationToken)
    {
        await using var ask = database.CreateCommand(
            $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND is_generated = 'NEVER'");
        await using var reader = await ask.ExecuteReaderAsync(cancellationToken);
        var columns = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) columns.Add(reader.GetString(0));
        return [.. columns.Except(Own)];
    }

    private static string List(IEnumerable<string> columns, string of = "") => string.Join(", ", columns.Select(column => of + column));
}
