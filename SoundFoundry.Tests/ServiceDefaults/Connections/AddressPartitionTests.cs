using System.Net;
using SoundFoundry.ServiceDefaults.Connections;

namespace SoundFoundry.Tests.ServiceDefaults.Connections;

public sealed class AddressPartitionTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("fe80::1%1", "fe80::2%2", true)]
    public void One_subscriber_is_one_address_and_a_64_of_IPv6(string one, string other, bool areSame) =>
        (AddressPartition.Of(IPAddress.Parse(one)) == AddressPartition.Of(IPAddress.Parse(other))).ShouldBe(areSame);
}
