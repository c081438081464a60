namespace SoundFoundry.Api.Problems;

/// <summary>What is said beside a field that is wrong.</summary>
internal static class Messages
{
    public const string Missing = "Must not be empty.";
    public const string Range = "Must be between {1} and {2}.";
    public const string TooMany = "At most {1}.";
    public const string TooLong = "At most {1:N0} characters.";
    public const string Count = "Must be {1} to {2} of them.";
    public const string NoSuchSort = "Must be newest, oldest, title, longest or shortest.";
    public const string NoSuchAction = "Must be delete, restore, favorite or unfavorite.";
    public const string NoSuchStatus = "Must be QUEUED, RENDERING, COMPLETE, FAILED or CANCELED.";
    public const string NoAddress = "This is not an e-mail address.";
    public const string WrongType = "This is not a value of the right type.";
    public const string GivenTwice = "This field is given twice.";
}
