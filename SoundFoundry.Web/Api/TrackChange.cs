namespace SoundFoundry.Web.Api;

/// <summary>What is null stays as it is.</summary>
internal sealed record TrackChange(string? Title = null, bool? Favorite = null);
