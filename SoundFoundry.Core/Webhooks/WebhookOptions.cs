using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Webhooks;

public sealed class WebhookOptions
{
    public const string Section = "Webhooks";
    private const string OutOfRange = "Webhooks:{0} must be between {1} and {2}.";

    [Description("How long one delivery of a webhook may take in all.")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = OutOfRange)]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    [Description("Deliveries of webhooks that one worker has under way at once; 0 leaves them to the other workers.")]
    [Range(0, 1_000, ErrorMessage = OutOfRange)]
    public int Slots { get; init; } = 32;

    [Description("Whether webhooks may go to this machine, over http too. For development: refused in production.")]
    public bool AllowLoopback { get; init; }
}
