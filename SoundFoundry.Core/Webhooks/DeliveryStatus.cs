namespace SoundFoundry.Core.Webhooks;

public enum DeliveryStatus
{
    /// <summary>Not sent yet, or to be sent again.</summary>
    Pending,

    /// <summary>Answered with 2xx.</summary>
    Delivered,

    /// <summary>Given up after its last try.</summary>
    Failed,

    /// <summary>Not sent any more because its webhook was disabled.</summary>
    Dropped,
}
