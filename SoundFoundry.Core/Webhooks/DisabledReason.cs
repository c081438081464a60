namespace SoundFoundry.Core.Webhooks;

/// <summary>Why nothing is sent to a webhook any more.</summary>
public enum DisabledReason
{
    /// <summary>Its owner wanted it so.</summary>
    Owner,

    /// <summary>It answered 410: there is nobody any more.</summary>
    Gone,

    /// <summary>Every delivery failed for days.</summary>
    Failing,
}
