using SoundFoundry.Core.Network;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Answers;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Remote.Downloads;

/// <summary>One try to fetch a finished file: without a key, from allowed hosts only, within a size, never waiting long
/// for the next byte.</summary>
internal sealed class MediaTransfer(RemoteClients clients, MediaHosts hosts, TimeProvider time)
{
    private const long MaxBytes = 256L * 1024 * 1024;
    private const int MaxRedirects = 3;
    private const int BufferSize = 128 * 1024;
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(20);

    public async Task<TransferOutcome> RunAsync(Uri url, string provider, string path, CancellationToken cancellationToken)
    {
        using var stall = new CancellationTokenSource(Stall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stall.Token);
        try
        {
            for (var hop = 0; hop <= MaxRedirects; hop++)
            {
                if (!hosts.Allows(provider, url)) return Refused("forbidden_host", $"The audio is at {url.Host}, which is no host of {provider}'s.");
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                using var response = await clients.Downloads.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
                var status = (int)response.StatusCode;
                if (status is >= 300 and < 400 && response.Headers.Location is { } location) url = new Uri(url, location);
                else if (status != 200) return Answer(status, url.Host);
                else return await CopyAsync(response.Content, path, stall, either.Token);
            }

            return Refused("too_many_redirects", $"{url.Host} sends us on more than {MaxRedirects} times.");
        }
        catch (HttpRequestException failed) when (failed.InnerException is AddressRefusedException refused)
        {
            return Refused("forbidden_host", refused.Message);
        }
        catch (HttpRequestException failed)
        {
            return new TransferOutcome.Broken(failed.InnerException?.Message ?? failed.Message);
        }
        catch (OperationCanceledException) when (stall.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new TransferOutcome.Broken($"{url.Host} sent nothing for {Stall.TotalSeconds:0} s.");
        }
    }

    private static async Task<TransferOutcome> CopyAsync(
        HttpContent content, string path, CancellationTokenSource stall, CancellationToken cancellationToken)
    {
        var promised = content.Headers.ContentLength;
        if (promised > MaxBytes) return TooLarge();
        await using var source = await content.ReadAsStreamAsync(cancellationToken);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = new byte[BufferSize];
        for (long total = 0; ;)
        {
            stall.CancelAfter(Stall);
            int read;
            try
            {
                read = await source.ReadAsync(buffer, cancellationToken);
            }
            catch (IOException broke)
            {
                // Only of the network: a disk that fails is no fault of the provider's and goes up.
                return new TransferOutcome.Broken(broke.Message);
            }

            if (read == 0 && promised is { } all && all != total) return new TransferOutcome.Broken($"{total} of {all} bytes came.");
            if (read == 0) return new TransferOutcome.Done();
            if ((total += read) > MaxBytes) return TooLarge();
            stall.CancelAfter(Timeout.InfiniteTimeSpan);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private static TransferOutcome Answer(int status, string host) => status is 404 or 408 or 425 or 429 or >= 500
        ? new TransferOutcome.Broken($"{host} answered {status}.")
        : Refused("download_failed", $"{host} answered {status} for the audio.", FailureClass.Provider);

    private static TransferOutcome TooLarge() => Refused("too_large", $"The audio is larger than {MaxBytes / (1024 * 1024)} MB.");

    private static TransferOutcome Refused(string code, string reason, FailureClass failure = FailureClass.Artifact) =>
        new TransferOutcome.Refused(new Failure(failure, code, ReasonLine.Of(reason)));
}
