namespace SoundFoundry.Web.Api;

/// <summary>What Api answered: the thing asked for, or the reason it is not to be had.</summary>
internal abstract record Answer<T>
{
    private Answer()
    {
    }

    public sealed record Ok(T Value) : Answer<T>;

    public sealed record Refused(Problem Problem) : Answer<T>;
}
