using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Remote.Downloads;

/// <summary>Brings a provider's finished audio into a file, trying again where that may help.</summary>
internal sealed class MediaDownload(MediaTransfer transfer, TimeProvider time, Random random)
{
    private const int MaxRetries = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <returns>Why there is no file worth reading; null if there is.</returns>
    public async Task<Failure?> SaveAsync(Uri url, string provider, string path, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var reason = "no byte came";
        try
        {
            for (var retry = 0; ; retry++)
            {
                switch (await transfer.RunAsync(url, provider, path, either.Token))
                {
                    case TransferOutcome.Done:
                        return null;
                    case TransferOutcome.Refused refused:
                        return refused.Failure;
                    case TransferOutcome.Broken broken:
                        reason = broken.Reason;
                        break;
                }

                if (retry == MaxRetries) return Failed(provider, reason);
                await Task.Delay(Wait(retry), time, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(provider, $"not done within {Limit.TotalMinutes:0} min; {reason}");
        }
    }

    /// <summary>Spread, so that workers that failed together don't come back together.</summary>
    private TimeSpan Wait(int retry)
    {
        var wait = FirstWait * Math.Pow(2, retry);
        return (wait < LongestWait ? wait : LongestWait) * (0.75 + (random.NextDouble() / 2));
    }

    private static Failure Failed(string provider, string reason) =>
        new(FailureClass.Artifact, "download_failed", ReasonLine.Of($"{provider} made the audio, but it could not be downloaded: {reason}"));
}
