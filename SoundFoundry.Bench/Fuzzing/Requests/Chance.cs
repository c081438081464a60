namespace SoundFoundry.Bench.Fuzzing.Requests;

internal static class Chance
{
    public static bool OneIn(this Random random, int many) => random.Next(many) == 0;

    public static T Of<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
