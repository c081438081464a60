namespace SoundFoundry.Api.Identity;

/// <summary>What became of the wish to give up a way in.</summary>
internal enum Removal
{
    Done,
    Unknown,
    LastWayIn,
}
