using System.Collections.Concurrent;
using SoundFoundry.Bench.Fuzzing.Answers;
using SoundFoundry.Bench.Fuzzing.Contract;
using SoundFoundry.Bench.Fuzzing.Requests;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Fuzzing;

/// <summary>Sends requests to every operation in turn, and keeps what was wrong with the answers.</summary>
internal sealed class FuzzRun(ApiContract contract, RequestMaker maker, RawClient client, Visitor visitor)
{
    private const int Lanes = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Operation, int Status), int> _answers = new();

    public ConcurrentQueue<Finding> Findings { get; } = [];

    public Task SendAsync(int requests, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, requests),
        new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellationToken },
        async (number, stop) => await TryAsync(maker.Make(number), stop));

    /// <summary>How often each operation gave which answer.</summary>
    public IEnumerable<string> Table() =>
        from operation in contract.Operations.Select(operation => operation.ToString())
        let statuses = _answers.Where(answer => answer.Key.Operation == operation).OrderBy(answer => answer.Key.Status)
        select $"{operation,-46} {string.Join("  ", statuses.Select(answer => $"{answer.Key.Status}: {answer.Value}"))}";

    private async Task TryAsync(FuzzRequest request, CancellationToken cancellationToken)
    {
        // A machine may be busy for once; what hangs, hangs twice.
        var answer = await client.SendAsync(request.Bytes, request.IsCut, Patience, cancellationToken)
            ?? await client.SendAsync(request.Bytes, request.IsCut, Patience, cancellationToken);
        _answers.AddOrUpdate((request.Operation.ToString(), answer?.Status ?? 0), 1, (_, count) => count + 1);
        if (answer?.Status == 401 && visitor.RenewAsync is { } renewAsync) await renewAsync(cancellationToken);
        if (AnswerCheck.Judge(request, answer) is { } wrong) Findings.Enqueue(new Finding(wrong, request, answer));
    }
}
