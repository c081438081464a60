namespace SoundFoundry.Worker.Providers.Studio.Music;

/// <summary>Ticks against time, in integers, so that every machine agrees where a note falls.</summary>
internal sealed record Tempo(int BeatsPerMinute, int PulseTicks)
{
    public const int Slowest = 30;
    public const int Fastest = 240;

    public int Ticks(double seconds) => (int)((long)(seconds * 1000) * BeatsPerMinute * PulseTicks / 60_000);

    public double Seconds(int ticks) => ticks * 60.0 / ((double)BeatsPerMinute * PulseTicks);

    public long Frame(int ticks, int sampleRate) => (long)ticks * 60 * sampleRate / ((long)BeatsPerMinute * PulseTicks);
}
