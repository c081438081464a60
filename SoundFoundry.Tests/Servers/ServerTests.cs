using Npgsql;
using StackExchange.Redis;

namespace SoundFoundry.Tests.Servers;

public sealed class ServerTests(SharedPostgres shared)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_database_of_the_shared_PostgreSQL_is_empty_and_its_own()
    {
        var (one, other) = (await shared.CreateDatabaseAsync(Cancelled), await shared.CreateDatabaseAsync(Cancelled));
        await ExecuteAsync(one, "CREATE TABLE songs (id int)");
        await ExecuteAsync(other, "CREATE TABLE songs (id int)");
    }

    [Fact]
    public async Task PostgreSQL_comes_back_on_the_same_port_with_its_data_after_a_power_cut()
    {
        await using var server = await PostgresServer.StartAsync(Cancelled);
        var database = await server.CreateDatabaseAsync(Cancelled);
        await ExecuteAsync(database, "CREATE TABLE songs (id int)");

        await server.KillAsync();
        await Should.ThrowAsync<NpgsqlException>(() => ExecuteAsync(database, "SELECT 1"));
        await server.StartAgainAsync(Cancelled);

        await ExecuteAsync(database, "SELECT id FROM songs");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Redis_keeps_its_data_over_a_stop_only_when_it_appends(bool appendOnly)
    {
        await using var server = await RedisServer.StartAsync(Cancelled, appendOnly);
        await using (var redis = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString))
            await redis.GetDatabase().StringSetAsync("song", "rain");

        await server.StopAsync();
        await server.StartAgainAsync(Cancelled);

        await using var again = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        (await again.GetDatabase().KeyExistsAsync("song")).ShouldBe(appendOnly);
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
