using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Models;

namespace SoundFoundry.Simulator.Audio;

internal sealed class FileAnswer(AudioFile file, FaultKind? fault) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = file.ContentType;
        response.Headers.CacheControl = file.Render.Provider == Provider.Fal ? "public, max-age=5184000, immutable" : "public,max-age=3600";
        response.Headers.AccessControlAllowOrigin = "*";
        if (file.Render.Artifact == FaultKind.HugeAudio)
            await file.Wave.WriteForeverAsync(response.Body, httpContext.RequestAborted);
        else if (file.Format == AudioFormat.Mp3)
            await SendAsync(httpContext, await Mp3.EncodeAsync(file.Wave, httpContext.RequestAborted));
        else
            await SendAsync(httpContext, file.Wave.Size, (bytes, stop) => file.Wave.WriteAsync(response.Body, bytes, stop));
    }

    private Task SendAsync(HttpContext context, byte[] whole) =>
        SendAsync(context, whole.Length, (bytes, stop) => context.Response.Body.WriteAsync(whole.AsMemory(0, (int)bytes), stop).AsTask());

    private async Task SendAsync(HttpContext context, long size, Func<long, CancellationToken, Task> write)
    {
        var sent = fault is FaultKind.DownloadReset or FaultKind.DownloadTruncated ? size / 2 : size;
        context.Response.ContentLength = fault == FaultKind.DownloadTruncated ? sent : size;
        await write(sent, context.RequestAborted);
        if (fault != FaultKind.DownloadReset) return;
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
