namespace SoundFoundry.Api.Jobs;

/// <summary>How long renders of one kind have taken lately.</summary>
/// <param name="Model">Null for all models of the provider.</param>
/// <param name="Bucket">The length asked for, in started stretches of 30 s.</param>
/// <param name="P50">Seconds within which half of them ended.</param>
/// <param name="P90">Seconds within which nine of ten did.</param>
internal sealed record RenderTime(string Provider, string? Model, int Bucket, double P50, double P90);
