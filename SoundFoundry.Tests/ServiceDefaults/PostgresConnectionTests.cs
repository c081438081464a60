using Npgsql;
using SoundFoundry.ServiceDefaults;
using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.ServiceDefaults;

public sealed class PostgresConnectionTests(SharedPostgres postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("idle_in_transaction_session_timeout", "30s")]
    [InlineData("tcp_keepalives_idle", "10")]
    public async Task A_process_that_freezes_or_vanishes_in_a_transaction_does_not_hold_its_rows_for_long(string setting, string value)
    {
        await using var connection = new NpgsqlConnection(PostgresConnection.Bounded(await postgres.CreateDatabaseAsync(Cancelled)));
        await connection.OpenAsync(Cancelled);

        (await ShowAsync(connection, setting)).ShouldBe(value);
    }

    [Fact]
    public async Task What_an_operator_has_set_stays()
    {
        var given = await postgres.CreateDatabaseAsync(Cancelled) + ";Options=-c idle_in_transaction_session_timeout=5s";
        await using var connection = new NpgsqlConnection(PostgresConnection.Bounded(given));
        await connection.OpenAsync(Cancelled);

        (await ShowAsync(connection, "idle_in_transaction_session_timeout")).ShouldBe("5s");
    }

    private static async Task<string?> ShowAsync(NpgsqlConnection connection, string setting)
    {
        await using var command = new NpgsqlCommand($"SHOW {setting}", connection);
        return (string?)await command.ExecuteScalarAsync(Cancelled);
    }
}
