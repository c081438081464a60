namespace SoundFoundry.Tests.Security.Walk;

/// <summary>What one operation answers to whom.</summary>
/// <param name="Own">To whom it is for, about what is theirs.</param>
/// <param name="IsOwned">Whether its path names something that belongs to a user: to all other users it is not there.</param>
/// <param name="Body">What is sent, as JSON.</param>
/// <param name="EndsSession">Whether who calls it is somebody else afterwards, or nobody.</param>
internal sealed record EndpointRow(Door Door, int Own, bool IsOwned, string? Body, bool EndsSession)
{
    public int For(Actor actor) => (Door, actor) switch
    {
        (Door.Everyone, _) => Own,
        (_, Actor.Nobody or Actor.RevokedKey or Actor.ExpiredKey) => 401,
        (_, Actor.UnscopedKey) => 403,
        (Door.Operators, Actor.Operator) => Own,
        (Door.Operators, Actor.User) when EndsSession => 401, // the operator came before, and did it to this user
        (Door.Operators, _) => 403,
        (_, Actor.Stranger or Actor.Operator) => IsOwned ? 404 : Own,
        _ => Own,
    };
}
