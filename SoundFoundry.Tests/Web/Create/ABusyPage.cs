namespace SoundFoundry.Tests.Web.Create;

/// <summary>A dispatcher that goes on with what was waited for when the test says so.</summary>
internal sealed class ABusyPage : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Work, object? State)> _waiting = [];

    public override void Post(SendOrPostCallback d, object? state) => _waiting.Enqueue((d, state));

    public T Do<T>(Func<T> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return work();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public void GoOn() => Do(() =>
    {
        while (_waiting.TryDequeue(out var next)) next.Work(next.State);
        return true;
    });
}
