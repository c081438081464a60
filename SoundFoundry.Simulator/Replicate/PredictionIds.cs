using System.Security.Cryptography;

namespace SoundFoundry.Simulator.Replicate;

internal static class PredictionIds
{
    private const int Length = 26;

    public static string Next() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", Length);
}
