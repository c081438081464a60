using SoundFoundry.Bench.Fuzzing.Answers;
using SoundFoundry.Bench.Fuzzing.Requests;

namespace SoundFoundry.Bench.Fuzzing;

internal sealed record Finding(string What, FuzzRequest Request, Answer? Answer)
{
    private const int Shown = 400;

    public string Describe() =>
        $"""
        request {Request.Number}:
        {Request.Describe()}
        answer: {Answer?.Head.Split("\r\n")[0]} {Answer?.Body[..Math.Min(Shown, Answer.Body.Length)]}
        """;
}
