using System.Text.Json.Nodes;
using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Submits;
using SoundFoundry.Simulator.Webhooks;

namespace SoundFoundry.Simulator.Replicate;

internal static class ReplicateEndpoints
{
    public static void MapReplicate(this WebApplication app)
    {
        var api = app.MapGroup("/v1");
        api.MapReplicateCatalog();
        api.MapPredictions();
        api.MapPost("/predictions", CreateByVersionAsync);
        api.MapPost("/models/{owner}/{name}/predictions", CreateByNameAsync);
        api.Map("/{**rest}", (HttpRequest request) => ReplicateToken.Check(request) ?? ReplicateErrors.NotFound);
    }

    private static Task<IResult> CreateByNameAsync(
        string owner, string name, HttpRequest request, Intake intake, ReplicateDesk desk, CancellationToken cancellationToken) =>
        CreateAsync(request, _ => $"{owner}/{name}", intake, desk, cancellationToken);

    private static Task<IResult> CreateByVersionAsync(
        HttpRequest request, Intake intake, ReplicateDesk desk, CancellationToken cancellationToken) =>
        CreateAsync(request, ModelOf, intake, desk, cancellationToken);

    private static async Task<IResult> CreateAsync(
        HttpRequest request, Func<string?, string> model, Intake intake, ReplicateDesk desk, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body is null)
            return ReplicateErrors.Titled(StatusCodes.Status400BadRequest, "Bad Request", "The request body is not a JSON object");
        if (!WebhookAddress.IsUsable(body["webhook"]?.ToString(), out var webhook))
            return ReplicateErrors.InvalidFields(("format", "webhook", "webhook must be an HTTPS URL"));
        if (body["input"] is not JsonObject input) return ReplicateErrors.InvalidFields(("required", "(root)", "input is required"));
        var name = model(body["version"]?.ToString());
        var submission = new Submission(request, name, ReplicateToken.Given(request), input, webhook) { Body = body };
        return await intake.TakeAsync(desk, submission, cancellationToken);
    }

    /// <summary>A version is 64 digits, <c>owner/name:</c> and the digits, or an official model's <c>owner/name</c>.</summary>
    private static string ModelOf(string? version)
    {
        var (name, digits) = version?.Split(':') is [var before, var after] ? (before, after) : (version ?? "", version ?? "");
        var found = ReplicateModels.All.FirstOrDefault(model => model.Version is null ? model.Id == name : model.Version == digits);
        return found?.Id ?? version ?? "";
    }
}
