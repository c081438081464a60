using Npgsql;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Tests.Core.Persistence;

public sealed class DatabaseOutageTests
{
    public static TheoryData<Exception> Outages => new()
    {
        new NpgsqlException("Exception while reading from stream", new EndOfStreamException()),
        new InvalidOperationException("An error occurred.", new NpgsqlException("Failed to connect")),
        new TimeoutException(),
    };

    [Theory]
    [MemberData(nameof(Outages))]
    public void However_the_driver_wraps_it_a_server_that_went_away_is_known_as_one(Exception exception) => exception.IsOutage().ShouldBeTrue();

    [Fact]
    public void A_fault_of_our_own_is_not_taken_for_one() => new InvalidOperationException().IsOutage().ShouldBeFalse();
}
