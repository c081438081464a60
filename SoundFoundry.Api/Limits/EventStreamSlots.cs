using Microsoft.Extensions.Options;

namespace SoundFoundry.Api.Limits;

/// <summary>How many event streams each user has open at this replica.</summary>
internal sealed class EventStreamSlots(IOptionsMonitor<LimitsOptions> options) : UserSlots
{
    public override int Max => options.CurrentValue.EventStreams ?? 0;
}
