namespace SoundFoundry.Tests.Servers;

internal static class CephConfiguration
{
    /// <summary>One monitor, one store in memory, no authentication between them; S3 requests are authenticated as ever.</summary>
    /// <remarks>The two paxos settings are why it starts in one second instead of twelve: the monitor waits a second
    /// before it proposes each change of its map, and there are about ten of them. The store is not to place itself on the map:
    /// it may ask before it knows the cluster's id, is refused, and ends. Without the gateway's cache, requests do not wait for
    /// its notices to itself, which a loaded machine can lose.</remarks>
    public static string Text(string folder, string cluster, int monitorPort) =>
        $"""
        [global]
        fsid = {cluster}
        mon host = [v1:127.0.0.1:{monitorPort}]
        mon initial members = a
        auth cluster required = none
        auth service required = none
        auth client required = none
        public network = 127.0.0.0/8
        ms bind msgr2 = false
        ms bind ipv4 = true
        ms bind ipv6 = false
        paxos propose interval = 0.02
        paxos min wait = 0.01
        mon allow pool size one = true
        mon data avail crit = 1
        osd objectstore = memstore
        osd pool default size = 1
        osd pool default min size = 1
        osd pool default pg num = 1
        osd crush chooseleaf type = 0
        osd crush update on start = false
        osd class update on start = false
        rgw thread pool size = 16
        rgw cache enabled = false
        rgw dynamic resharding = false
        rgw override bucket index max shards = 1
        rgw enable lc threads = false
        rgw run sync thread = false
        mon data = {folder}/mon
        osd data = {folder}/osd
        rgw data = {folder}/rgw
        run dir = {folder}
        admin socket =
        log file =
        pid file =

        """;
}
