namespace SoundFoundry.Worker.Providers.Studio.Arranging;

internal readonly record struct BassStrike(int Start, int Length, BassTone Tone, int Accent);
