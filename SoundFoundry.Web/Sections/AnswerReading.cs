using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Sections;

internal static class AnswerReading
{
    /// <summary>What was answered, or null; then it is said why.</summary>
    public static T? Read<T>(this Answer<T> answer, List<string> troubles)
        where T : class
    {
        if (answer is Answer<T>.Refused refused) troubles.Add(refused.Problem.InWords);
        return (answer as Answer<T>.Ok)?.Value;
    }
}
