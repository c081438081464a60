using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.ServiceDefaults.Connections;

/// <summary>What a client that is slow, or only pretends to be, may hold of a service.</summary>
public sealed class ConnectionOptions
{
    public const string Section = "Connections";
    private const string OutOfRange = "Connections:{0} must be between {1} and {2}.";

    [Description("Connections of one service at once; more are closed as they come.")]
    [Range(10, 1_000_000, ErrorMessage = OutOfRange)]
    public int Max { get; init; } = 5_000;

    [Description("How long a client may take to send the head of a request.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ErrorMessage = OutOfRange)]
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    [Description("Bytes per second that a client must send of a body, five seconds after its begin.")]
    [Range(1, 1_000_000, ErrorMessage = OutOfRange)]
    public int MinBodyRate { get; init; } = 500;

    [Description("Pages of one address that may be alive at once at one Web service (IPv6: of one /64); 0 for no limit.")]
    [Range(0, 1_000_000, ErrorMessage = OutOfRange)]
    public int CircuitsPerAddress { get; init; } = 200;

    [Description("Pages per minute that one address may ask one Web service for (IPv6: one /64); 0 for no limit.")]
    [Range(0, 1_000_000, ErrorMessage = OutOfRange)]
    public int PagesPerMinute { get; init; } = 1_200;

    [Description("How many of these may come at once after a pause.")]
    [Range(1, 100_000, ErrorMessage = OutOfRange)]
    public int PagesBurst { get; init; } = 300;
}
