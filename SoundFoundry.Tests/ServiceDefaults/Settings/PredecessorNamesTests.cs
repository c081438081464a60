using Microsoft.Extensions.Configuration;
using SoundFoundry.ServiceDefaults.Settings;

namespace SoundFoundry.Tests.ServiceDefaults.Settings;

public sealed class PredecessorNamesTests
{
    [Theory]
    [InlineData("MUSIC_PROVIDER", "replicate", "Providers:Default", "replicate")]
    [InlineData("FAL_KEY", " id:secret ", "Providers:FalKey", "id:secret")]
    [InlineData("S3_BUCKET", "music", "Storage:S3:Bucket", "music")]
    [InlineData("DEBUG", "true", "Logging:LogLevel:Default", "Debug")]
    [InlineData("DEBUG", "false", "Logging:LogLevel:Default", null)]
    [InlineData("REDIS_URL", "redis://:p%40ss@cache:6380/2", "ConnectionStrings:redis", "cache:6380,password=p@ss,ssl=False,defaultDatabase=2")]
    [InlineData("REDIS_URL", "cache:6379", "ConnectionStrings:redis", "cache:6379")]
    public void An_older_name_stands_for_its_key(string old, string value, string key, string? expected)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new(old, value)]);

        configuration.AddPredecessorNames();

        configuration[key].ShouldBe(expected);
    }

    [Fact]
    public void Our_own_key_wins_where_both_are_set()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("FAL_KEY", "old"), new("Providers:FalKey", "new")]);

        configuration.AddPredecessorNames();

        configuration["Providers:FalKey"].ShouldBe("new");
    }

    [Theory]
    [InlineData("postgresql://me:p%40ss@db:5433/music")]
    [InlineData("postgresql+asyncpg://me:p%40ss@db:5433/music")]
    [InlineData("postgres://me:p%40ss@db:5433/music")]
    public void A_database_may_be_given_as_a_URL(string url)
    {
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(ConnectionUrls.Postgres(url));

        (connection.Host, connection.Port, connection.Username, connection.Password, connection.Database)
            .ShouldBe(("db", 5433, "me", "p@ss", "music"));
    }
}
