namespace SoundFoundry.Api.Keys;

/// <summary>What a good key lets its bearer do.</summary>
internal sealed record KnownKey(long Id, long UserId, string[] Scopes, bool IsOperator);
