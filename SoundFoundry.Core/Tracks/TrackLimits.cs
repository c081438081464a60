namespace SoundFoundry.Core.Tracks;

/// <summary>The widest request the contract accepts; a model may be narrower. Lengths in UTF-16 units, durations in seconds.</summary>
public static class TrackLimits
{
    public const int Prompt = 2_000;
    public const int Title = 200;
    public const int Lyrics = 5_000;
    public const int NegativePrompt = 1_000;
    public const int Tags = 20;
    public const int Tag = 50;
    public const int Variations = 4;
    public const double MinDuration = 5;
    public const double MaxDuration = 240;
    public const double DefaultDuration = 30;
    public const double DefaultStyleStrength = 0.5;
}
