using System.Diagnostics;
using System.Globalization;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>One fault after another, in an order and with details drawn from the seed; each in every round.</summary>
internal sealed class Storm(Scene scene, IReadOnlyList<IFault> faults, int seed)
{
    private const int Tries = 4;
    private static readonly TimeSpan LongestStrike = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly Random _order = new(seed);

    /// <summary>How often each fault hit its moment.</summary>
    public Dictionary<string, int> Hits { get; } = faults.ToDictionary(fault => fault.Name, _ => 0);

    public bool HasHitAll => Hits.Values.All(hits => hits > 0);

    /// <summary>How often a fault found no moment, or missed it.</summary>
    public int Misses { get; private set; }

    /// <summary>Processes that ended though nobody ended them.</summary>
    public List<string> Deaths { get; } = [];

    /// <summary>Goes on until it is told to stop; then the fault that is striking is still mended.</summary>
    public async Task RageAsync(Task stop, CancellationToken cancellationToken)
    {
        while (faults.Count > 0)
        {
            var round = faults.ToArray();
            _order.Shuffle(round);
            foreach (var fault in round)
            {
                var details = _order.Next();
                for (var attempt = 1; attempt <= Tries && !stop.IsCompleted; attempt++)
                {
                    if (await StrikeAsync(fault, new Random(details + attempt - 1), cancellationToken)) break;
                }

                if (stop.IsCompleted) return;
                await Task.Delay(LongestPause * new Random(details).NextDouble(), TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task<bool> StrikeAsync(IFault fault, Random details, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var hit = false;
        var remark = "";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestStrike);
        try
        {
            hit = await fault.StrikeAsync(scene, details, limit.Token);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            // A strike that stumbled over what it had broken counts as a miss; what it left broken is mended below.
            remark = $" ({failed.GetBaseException().Message})";
        }

        if (hit) Hits[fault.Name]++;
        else Misses++;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(hit ? "hit " : "miss")} {fault.Name}, {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s{remark}"));
        await MendAsync(hit, cancellationToken);
        return hit;
    }

    private async Task MendAsync(bool wasHit, CancellationToken cancellationToken)
    {
        foreach (var service in scene.System.Workers.Concat(scene.System.Apis))
        {
            if (service.IsRunning)
            {
                service.Send(Signals.Continue);
                continue;
            }

            if (wasHit) Deaths.Add(service.Name);
            await service.StartReadyAsync(scene.System.Http, cancellationToken);
        }
    }
}
