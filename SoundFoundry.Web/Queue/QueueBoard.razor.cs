using Microsoft.AspNetCore.Components;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Queue;

/// <summary>The queue as its operator sees it, read again every few seconds.</summary>
public sealed partial class QueueBoard : ComponentBase, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource _life = new();
    private QueueReport? _report;
    private string? _trouble;
    private string? _refusal;
    private bool _busy;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>An order would be lost, or come twice.</summary>
    private bool TakesNoOrder => _busy || !RendererInfo.IsInteractive;

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
        catch (Exception exception)
        {
            // A fault of ours: the circuit shows and logs it.
            await DispatchExceptionAsync(exception);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await Api.QueueAsync(cancellationToken);
        _trouble = (answer as Answer<QueueReport>.Refused)?.Problem.InWords;
        if (answer is Answer<QueueReport>.Ok ok) _report = ok.Value;
        StateHasChanged();
    }

    private Task OrderAsync(string order) => RunAsync(async () =>
    {
        var answer = await Api.OrderQueueAsync(order, _life.Token);
        if (answer is Answer<QueueReport>.Ok ok) _report = ok.Value;
        return (answer as Answer<QueueReport>.Refused)?.Problem.InWords;
    });

    private Task RequeueAsync(long jobId) => RunAsync(async () =>
    {
        var answer = await Api.RequeueAsync(jobId, _life.Token);
        await ReadAsync(_life.Token);
        return (answer as Answer<Accepted>.Refused)?.Problem.InWords;
    });

    private Task RequeueAllAsync() => RunAsync(async () =>
    {
        var answer = await Api.RequeueAllAsync(_life.Token);
        await ReadAsync(_life.Token);
        return answer switch
        {
            Answer<Requeued>.Refused refused => refused.Problem.InWords,
            Answer<Requeued>.Ok { Value.Refused: [var first, ..] } => $"Job {first.Id} could not be queued: {first.Reason}",
            _ => null,
        };
    });

    /// <summary>What the last order was refused for stays until the next one.</summary>
    private async Task RunAsync(Func<Task<string?>> order)
    {
        _busy = true;
        try
        {
            _refusal = await order();
        }
        finally
        {
            _busy = false;
        }
    }
}
