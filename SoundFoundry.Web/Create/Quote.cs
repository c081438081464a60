namespace SoundFoundry.Web.Create;

/// <summary>What a request would cost now, and what its user has.</summary>
public sealed record Quote(long Credits, long Balance, string Provider, string Model);
