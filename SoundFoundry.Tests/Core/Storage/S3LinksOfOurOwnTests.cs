using SoundFoundry.Tests.Servers;

namespace SoundFoundry.Tests.Core.Storage;

/// <summary>The S3 server is out of the browsers' reach: our own service passes the bytes on.</summary>
public sealed class S3LinksOfOurOwnTests(SharedCeph ceph) : S3AudioStoreConformance(ceph)
{
    [Fact]
    public async Task Links_do_not_tell_where_the_server_is()
    {
        var link = await Store.SignGetAsync("users/1/tracks/7/9-2.wav", TimeSpan.FromMinutes(1), null, Cancelled);
        link.OriginalString.ShouldStartWith("/api/files/users/1/tracks/7/9-2.wav?");
    }
}
