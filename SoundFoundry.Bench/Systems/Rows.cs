using Npgsql;

namespace SoundFoundry.Bench.Systems;

/// <summary>Statements on the database under measurement.</summary>
internal static class Rows
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static async Task ExecuteAsync(this NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The one value of the one row, or null if there is no row or no value.</summary>
    public static async Task<T?> ValueAsync<T>(
        this NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(database, sql, parameters);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }

    public static async Task<List<T>> ListAsync<T>(
        this NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken,
        params object[] parameters)
    {
        await using var command = Command(database, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Looks until a query that counts finds none.</summary>
    /// <exception cref="TimeoutException">There are still some.</exception>
    public static async Task NoneAsync(this NpgsqlDataSource database, string from, TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); ;)
        {
            var left = await database.ValueAsync<long>($"SELECT count(*) FROM {from}", cancellationToken);
            if (left == 0) return;
            if (TimeProvider.System.GetElapsedTime(begun) > patience) throw new TimeoutException($"There are still {left} {from}.");
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    private static NpgsqlCommand Command(NpgsqlDataSource database, string sql, object[] parameters)
    {
        var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return command;
    }
}
