using System.Text.Json.Nodes;

namespace SoundFoundry.Simulator.Answers;

/// <summary>An answer as a vendor writes it: status, body and headers, letter by letter.</summary>
internal sealed record JsonAnswer(int Status, JsonNode? Body) : IResult
{
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public bool IsRefusal => Status >= StatusCodes.Status400BadRequest;

    public JsonAnswer With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) httpContext.Response.Headers[name] = value;
        return httpContext.Response.WriteAsJsonAsync(Body, options: null, ContentType, httpContext.RequestAborted);
    }
}
