namespace SoundFoundry.Web.Live;

/// <summary>What its user can do about a failed job.</summary>
internal enum Remedy
{
    EditRequest,
    OtherModel,
    Wait,
    TellOperator,
}
