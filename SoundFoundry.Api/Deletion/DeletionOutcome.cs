namespace SoundFoundry.Api.Deletion;

/// <summary>What came of the wish to delete an account.</summary>
internal enum DeletionOutcome
{
    /// <summary>It is deleted; perhaps it was before.</summary>
    Done,

    NoSuchUser,

    /// <summary>Without a login there is one owner, and nobody but the owner.</summary>
    LocalOwner,
}
