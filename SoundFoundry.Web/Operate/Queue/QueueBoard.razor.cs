using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Sections;

namespace SoundFoundry.Web.Operate.Queue;

/// <summary>The queue as its operator sees it.</summary>
public sealed partial class QueueBoard : PolledPart
{
    private string? _trouble;
    private string? _refusal;

    /// <summary>Carried from the first rendering over to the circuit.</summary>
    [PersistentState]
    public QueueReport? Report { get; set; }

    protected override bool HasRead => Report is not null;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await Api.QueueAsync(cancellationToken);
        _trouble = (answer as Answer<QueueReport>.Refused)?.Problem.InWords;
        if (answer is Answer<QueueReport>.Ok ok) Report = ok.Value;
    }

    // What the last order was refused for stays until the next one.
    private Task OrderAsync(string order) => RunAsync(async () =>
    {
        var answer = await Api.OrderQueueAsync(order, Life);
        if (answer is Answer<QueueReport>.Ok ok) Report = ok.Value;
        _refusal = (answer as Answer<QueueReport>.Refused)?.Problem.InWords;
    });

    private Task RequeueAsync(long jobId) => RunAsync(async () =>
    {
        var answer = await Api.RequeueAsync(jobId, Life);
        await ReadAsync(Life);
        _refusal = (answer as Answer<Accepted>.Refused)?.Problem.InWords;
    });

    private Task RequeueAllAsync() => RunAsync(async () =>
    {
        var answer = await Api.RequeueAllAsync(Life);
        await ReadAsync(Life);
        _refusal = answer switch
        {
            Answer<Requeued>.Refused refused => refused.Problem.InWords,
            Answer<Requeued>.Ok { Value.Refused: [var first, ..] } => T["Job {0} could not be queued: {1}", first.Id, first.Reason],
            _ => null,
        };
    });
}
