using System.Globalization;
using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Replicate;

internal static class PredictionEndpoints
{
    private const int PageSize = 100;
    private const string UnknownWord = "warming";

    public static void MapPredictions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/predictions", List);
        api.MapGet("/predictions/{id}", Get);
        api.MapPost("/predictions/{id}/cancel", Cancel);
    }

    private static JsonAnswer Get(string id, HttpRequest request, RenderBook book, FaultBoard faults, SimulatedClock clock)
    {
        if (ReplicateToken.Check(request) is { } refusal) return refusal;
        if (book.Find(id, Provider.Replicate) is not { } render) return ReplicateErrors.NotFound;
        var now = clock.Now;
        var moment = render.At(now);
        var fault = faults.Take(Provider.Replicate, FaultStage.Status, render.Model.Id)
            ?? (moment.HasEnded ? faults.Take(Provider.Replicate, FaultStage.Result, render.Model.Id) : null);
        if (fault?.Kind is FaultKind.StatusError or FaultKind.ResultError)
            return ReplicateErrors.Server(fault.Status ?? StatusCodes.Status500InternalServerError);
        var body = Prediction.Body(render, moment, now, request.Origin());
        if (fault is not null) body["status"] = UnknownWord;
        return Answer(body);
    }

    private static JsonAnswer Cancel(string id, HttpRequest request, RenderBook book, SimulatedClock clock)
    {
        if (ReplicateToken.Check(request) is { } refusal) return refusal;
        if (book.Find(id, Provider.Replicate) is not { } render) return ReplicateErrors.NotFound;
        var now = clock.Now;
        render.Cancel(now);
        return Answer(Prediction.Body(render, render.At(now), now, request.Origin()));
    }

    /// <summary>Newest first; a cursor names how many older ones are left, so that new predictions do not shift the pages.</summary>
    private static JsonAnswer List(HttpRequest request, RenderBook book, SimulatedClock clock)
    {
        if (ReplicateToken.Check(request) is { } refusal) return refusal;
        var (now, origin) = (clock.Now, request.Origin());
        var all = book.All().Where(render => render.Provider == Provider.Replicate).ToList();
        var older = int.TryParse(request.Query["cursor"], NumberStyles.None, CultureInfo.InvariantCulture, out var cursor)
            ? Math.Min(cursor, all.Count)
            : all.Count;
        var page = all.Take(older).Reverse().Take(PageSize)
            .Select(render => (JsonNode)Prediction.Body(render, render.At(now), now, origin));
        return Answer(new JsonObject
        {
            ["previous"] = older < all.Count ? Page(origin, Math.Min(older + PageSize, all.Count)) : null,
            ["next"] = older > PageSize ? Page(origin, older - PageSize) : null,
            ["results"] = new JsonArray([.. page]),
        });
    }

    private static string Page(Uri origin, int cursor) => $"{new Uri(origin, $"/v1/predictions?cursor={cursor}")}";

    private static JsonAnswer Answer(JsonObject body) =>
        new JsonAnswer(StatusCodes.Status200OK, body).With("ratelimit-remaining", "59999").With("ratelimit-reset", "1");
}
