using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Audio;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Models;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>The answer to a create: at once, or as <c>Prefer: wait</c> asks, when there is an output or patience ends.</summary>
internal sealed class PreferredWait(SimulatedClock clock, TimeProvider time)
{
    /// <summary>A file up to this size comes inside the answer.</summary>
    private const int LargestInline = 256 * 1024;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public async Task<JsonAnswer> AnswerAsync(Render render, Submission submission, int status, CancellationToken cancellationToken)
    {
        var header = submission.Request.Headers["Prefer"].ToString();
        if (Durations.Wait(header) is not { } patience)
            return new JsonAnswer(status, Prediction.Body(render, render.At(clock.Now), clock.Now, submission.Origin));

        var until = clock.Now + patience;
        while (!render.At(clock.Now).HasEnded && clock.Now < until) await Task.Delay(Glance, time, cancellationToken);
        var moment = render.At(clock.Now);
        var body = Prediction.Body(render, moment, clock.Now, submission.Origin);
        if (moment.Phase == RenderPhase.Succeeded)
        {
            // The output arrives before the prediction is closed.
            body["status"] = Prediction.Processing;
            body.Remove("completed_at");
            body.Remove("metrics");
            if (AudioFile.Of(render) is { Size: <= LargestInline, Format: AudioFormat.Wav } file)
                body["output"] = Prediction.Output(render, await InlineAsync(file, cancellationToken));
        }

        return new JsonAnswer(status, body).With("Preference-Applied", header);
    }

    private static async Task<string> InlineAsync(AudioFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await file.Wave.WriteAsync(bytes, file.Wave.Size, cancellationToken);
        return $"data:{file.ContentType};base64,{Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)}";
    }
}
