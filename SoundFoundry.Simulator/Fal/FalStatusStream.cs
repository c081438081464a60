using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Fal;

/// <summary>The status as server-sent events: one for each change, logs only the new ones, comments to keep the line open.</summary>
internal sealed class FalStatusStream(SimulatedClock clock, TimeProvider time)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(1);

    public IResult Of(Render render, Uri origin, bool withLogs, CancellationToken cancellationToken) =>
        Results.Stream(body => WriteAsync(body, render, origin, withLogs, cancellationToken), "text/event-stream");

    private async Task WriteAsync(Stream body, Render render, Uri origin, bool withLogs, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(body) { NewLine = "\n" };
        var (said, logged) = ("", 0);
        var pinged = time.GetTimestamp();
        await writer.WriteAsync(": ping\n\n");
        while (true)
        {
            var moment = render.At(clock.Now);
            var status = FalStatus.Body(render, moment, origin, withLogs);
            var logs = withLogs ? status["logs"] as JsonArray : null;
            if (said != $"{status["status"]}" || logs?.Count > logged)
            {
                said = $"{status["status"]}";
                if (logs is not null) status["logs"] = new JsonArray([.. logs.Skip(logged).Select(log => log!.DeepClone())]);
                logged = logs?.Count ?? logged;
                await writer.WriteAsync($"data: {status.ToJsonString()}\n\n");
            }
            else if (time.GetElapsedTime(pinged) > PingInterval)
            {
                pinged = time.GetTimestamp();
                await writer.WriteAsync(": ping\n\n");
            }

            await writer.FlushAsync(cancellationToken);
            if (moment.HasEnded) return;
            await Task.Delay(Glance, time, cancellationToken);
        }
    }
}
