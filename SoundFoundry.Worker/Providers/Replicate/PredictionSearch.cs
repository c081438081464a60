using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Worker.Providers.Replicate;

/// <summary>Looks through the list of our predictions, newest first, for one whose answer we never got.</summary>
internal sealed class PredictionSearch(RemoteCalls calls, ProviderHosts hosts, ProviderKey key, TimeProvider time)
{
    /// <summary>Of a hundred predictions each: what a busy account makes in the ten minutes that clocks may be apart.</summary>
    private const int MaxPages = 100;

    /// <summary>How far Replicate's clock and ours may be apart.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    /// <summary>A submit that is still under way may appear in the list later than we look.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(20);

    public async Task<SearchAnswer> FindAsync(LostSubmit lost, CancellationToken cancellationToken)
    {
        var sought = new SoughtPrediction(lost, ClockSkew);
        var next = ProviderHosts.At(hosts.Replicate, "predictions");
        var (complete, doubtful) = (false, false);
        for (var page = 0; page < MaxPages && !complete; page++)
        {
            var outcome = await calls.AskAsync(HttpMethod.Get, next, key, cancellationToken);
            if (outcome is not CallOutcome.Answered { Answer: { IsSuccess: true } answer }) break;
            if (answer.Body.Member("results") is not { ValueKind: JsonValueKind.Array } results) break;
            foreach (var prediction in results.Items().Where(sought.IsOfItsTime))
            {
                var match = sought.Compare(prediction);
                if (match == Likeness.None || PredictionHandle.Of(prediction, hosts.Replicate, key) is not { } handle) continue;
                if (await lost.IsKnown(handle.RequestId, cancellationToken)) continue;
                if (match == Likeness.Same) return new SearchAnswer.Found(handle);
                doubtful = true;
            }

            var last = answer.Body.Member("next").Address();
            complete = last is null || results.Items().Any(sought.IsTooOld);
            if (!complete && !key.MayGoTo(last!)) break;
            next = last ?? next;
        }

        var settled = time.GetUtcNow() - lost.StartedAt >= Settled;
        return complete && settled && !doubtful ? new SearchAnswer.NotThere() : new SearchAnswer.CannotTell();
    }
}
