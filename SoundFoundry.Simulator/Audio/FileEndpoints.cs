using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Replicate;

namespace SoundFoundry.Simulator.Audio;

/// <summary>The vendors' file hosts: public, no key asked.</summary>
internal static class FileEndpoints
{
    private const string Moved = "moved";

    public static void MapFiles(this WebApplication app) => app.MapGet("/files/{id}/{name}", Get);

    private static IResult Get(string id, string name, HttpRequest request, RenderBook book, FaultBoard faults, SimulatedClock clock)
    {
        var render = book.Find(id);
        if (render is null || render.At(clock.Now).Phase != RenderPhase.Succeeded || AreGone(render, clock.Now)) return Results.NotFound();
        var file = AudioFile.Of(render);
        if (name != file.Name) return Results.NotFound();
        var fault = request.Query.ContainsKey(Moved) ? null : faults.Take(render.Provider, FaultStage.Download, render.Model.Id);
        return fault?.Kind switch
        {
            FaultKind.DownloadError => Results.StatusCode(fault.Status ?? StatusCodes.Status503ServiceUnavailable),
            FaultKind.DownloadNotAudio => BrokenAnswer.Garbage,
            FaultKind.DownloadRedirect => Results.Redirect(OtherHost(request)),
            var kind => new FileAnswer(file, kind),
        };
    }

    private static bool AreGone(Render render, DateTimeOffset now) =>
        render.Provider == Provider.Fal ? render.CreatedAt + render.FilesKeptFor < now : Prediction.IsRemoved(render.At(now), now);

    // The same file under this machine's other name: it is there for whoever follows to a host nobody named.
    private static string OtherHost(HttpRequest request)
    {
        var host = request.Host.Host == "localhost" ? "127.0.0.1" : "localhost";
        return $"{request.Scheme}://{host}:{request.Host.Port}{request.Path}?{Moved}=1";
    }
}
