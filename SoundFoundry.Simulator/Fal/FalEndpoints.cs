using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;
using SoundFoundry.Simulator.Submits;
using SoundFoundry.Simulator.Webhooks;

namespace SoundFoundry.Simulator.Fal;

/// <summary>The queue API, at the root as on its own host.</summary>
internal static class FalEndpoints
{
    private const string UnknownWord = "WARMING_UP";

    public static void MapFal(this WebApplication app)
    {
        app.MapFalAccount();
        app.MapPost("/{owner}/{app}/{**rest}", SubmitAsync);
        app.MapGet("/{owner}/{app}/{**rest}", Read);
        app.MapPut("/{owner}/{app}/{**rest}", Cancel);
    }

    private static async Task<IResult> SubmitAsync(
        string owner, string app, string? rest, HttpRequest request, Intake intake, FalDesk desk, CancellationToken cancellationToken)
    {
        var address = FalAddress.Parse(owner, app, rest);
        var input = await JsonBody.ReadAsync(request, cancellationToken);
        if (input is null) return FalErrors.Detail(StatusCodes.Status422UnprocessableEntity, "The body is not a JSON object");
        if (!WebhookAddress.IsUsable(request.Query["fal_webhook"], out var webhook))
            return FalErrors.Detail(StatusCodes.Status400BadRequest, "The webhook is not a usable address");
        var submission = new Submission(request, address.Endpoint, FalKey.Given(request), input, webhook);
        return await intake.TakeAsync(desk, submission, cancellationToken);
    }

    private static IResult Read(
        string owner, string app, string? rest, HttpRequest request,
        RenderBook book, FaultBoard faults, SimulatedClock clock, FalStatusStream stream)
    {
        var address = FalAddress.Parse(owner, app, rest);
        if (Refuse(request, address, book, out var render) is { } refusal) return refusal;
        var origin = request.Origin();
        var moment = render!.At(clock.Now);
        return address.Action switch
        {
            "status" => Status(render, moment, origin, AsksForLogs(request), faults),
            "status/stream" => stream.Of(render, origin, AsksForLogs(request), request.HttpContext.RequestAborted),
            "" or "response" => Result(render, moment, origin, faults),
            _ => FalErrors.UnknownPath(address.Action),
        };
    }

    private static IResult Cancel(string owner, string app, string? rest, HttpRequest request, RenderBook book, SimulatedClock clock)
    {
        var address = FalAddress.Parse(owner, app, rest);
        if (Refuse(request, address, book, out var render) is { } refusal) return refusal;
        if (address.Action != "cancel") return FalErrors.UnknownPath(address.Action);
        return render!.Cancel(clock.Now)
            ? new JsonAnswer(StatusCodes.Status202Accepted, new JsonObject { ["status"] = "CANCELLATION_REQUESTED" })
            : new JsonAnswer(StatusCodes.Status400BadRequest, new JsonObject { ["status"] = "ALREADY_COMPLETED" });
    }

    // An unknown request is not found for anyone, key or none; only a key that is wrong is told so first.
    private static JsonAnswer? Refuse(HttpRequest request, FalAddress address, RenderBook book, out Render? render)
    {
        render = null;
        if (FalKey.IsUnknown(request)) return FalErrors.UnknownKey;
        render = address.RequestId is { } id ? book.Find(id, Provider.Fal) : null;
        return render is not null && $"{render.Model.Id}/".StartsWith($"{address.App}/", StringComparison.OrdinalIgnoreCase)
            ? FalKey.Check(request, address.App)
            : FalErrors.UnknownRequest;
    }

    private static JsonAnswer Status(Render render, RenderMoment moment, Uri origin, bool withLogs, FaultBoard faults)
    {
        var fault = faults.Take(Provider.Fal, FaultStage.Status, render.Model.Id);
        if (fault?.Kind == FaultKind.StatusError) return FalErrors.Server(fault.Status ?? StatusCodes.Status500InternalServerError);
        var body = FalStatus.Body(render, moment, origin, withLogs);
        if (fault is not null) body["status"] = UnknownWord;
        return new JsonAnswer(moment.HasEnded ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, body);
    }

    private static JsonAnswer Result(Render render, RenderMoment moment, Uri origin, FaultBoard faults) =>
        moment.HasEnded && faults.Take(Provider.Fal, FaultStage.Result, render.Model.Id) is { } fault
            ? FalErrors.Server(fault.Status ?? StatusCodes.Status500InternalServerError)
            : FalResult.Answer(render, moment, origin);

    private static bool AsksForLogs(HttpRequest request) => request.Query["logs"].ToString() is "1" or "true";
}
