namespace SoundFoundry.Api.Sessions;

/// <summary>Whose a good session is.</summary>
internal sealed record KnownSession(long Id, long UserId, bool IsOperator);
