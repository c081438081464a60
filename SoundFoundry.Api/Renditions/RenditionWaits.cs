using SoundFoundry.Api.Limits;

namespace SoundFoundry.Api.Renditions;

/// <summary>How many requests of each user wait for renditions at this replica: each looks into the database again and again.</summary>
internal sealed class RenditionWaits : UserSlots
{
    public const int Most = 8;

    public override int Max => Most;
}
