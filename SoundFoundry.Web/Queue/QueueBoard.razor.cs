using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Queue;

/// <summary>The queue as its operator sees it, read again every few seconds.</summary>
public sealed partial class QueueBoard : ComponentBase, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource _life = new();
    private QueueReport? _report;
    private string? _notice;
    private bool _busy;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync(_life.Token);

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = FollowAsync(_life.Token);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken)) await InvokeAsync(() => ReadAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Show(await Api.QueueAsync(cancellationToken));
        StateHasChanged();
    }

    private Task OrderAsync(string order) => RunAsync(async () => Show(await Api.OrderQueueAsync(order, _life.Token)));

    private Task RequeueAsync(long jobId) => RunAsync(async () =>
    {
        var answer = await Api.RequeueAsync(jobId, _life.Token);
        await ReadAsync(_life.Token);
        if (answer is Answer<Accepted>.Refused refused) _notice = refused.Problem.InWords;
    });

    private Task RequeueAllAsync() => RunAsync(async () =>
    {
        var answer = await Api.RequeueAllAsync(_life.Token);
        await ReadAsync(_life.Token);
        _notice = answer switch
        {
            Answer<Requeued>.Refused refused => refused.Problem.InWords,
            Answer<Requeued>.Ok { Value.Refused: [var first, ..] } => $"Job {first.Id} could not be queued: {first.Reason}",
            _ => null,
        };
    });

    private async Task RunAsync(Func<Task> action)
    {
        _busy = true;
        await action();
        _busy = false;
    }

    private void Show(Answer<QueueReport> answer)
    {
        _notice = answer is Answer<QueueReport>.Refused refused ? refused.Problem.InWords : null;
        if (answer is Answer<QueueReport>.Ok ok) _report = ok.Value;
    }
}
