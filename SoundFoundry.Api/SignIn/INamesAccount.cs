namespace SoundFoundry.Api.SignIn;

/// <summary>A request that tries something with one account, so that tries are counted for it, from wherever they come.</summary>
internal interface INamesAccount
{
    string? Email { get; }
}
