using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace SoundFoundry.Bench.Fuzzing.Contract;

/// <summary>What a running Api says of itself.</summary>
internal sealed class ApiContract
{
    private static readonly string[] Methods = ["get", "put", "post", "patch", "delete", "head", "options"];

    private readonly JsonElement _document;

    private ApiContract(JsonElement document)
    {
        _document = document;
        Operations =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where Methods.Contains(operation.Name)
               select Read(path.Name, operation.Name, operation.Value),
        ];
    }

    public IReadOnlyList<Operation> Operations { get; }

    public static async Task<ApiContract> ReadAsync(HttpClient http, Uri address, CancellationToken cancellationToken) =>
        new(await http.GetFromJsonAsync<JsonElement>(new Uri(address, "/openapi/v1.json"), cancellationToken));

    /// <summary>The schema itself, where another is only pointed to.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            var found = _document;
            foreach (var step in reference.GetString()!.Split('/').Skip(1)) found = found.GetProperty(step);
            schema = found;
        }

        return schema;
    }

    private static Operation Read(string path, string method, JsonElement operation)
    {
        var parameters = operation.TryGetProperty("parameters", out var listed)
            ? listed.EnumerateArray().Select(parameter => new Parameter(
                parameter.GetProperty("name").GetString()!,
                parameter.GetProperty("in").GetString()!,
                parameter.TryGetProperty("required", out var required) && required.GetBoolean(),
                parameter.GetProperty("schema"))).ToList()
            : [];
        JsonElement? body = operation.TryGetProperty("requestBody", out var sent)
            && sent.GetProperty("content").TryGetProperty("application/json", out var json)
                ? json.GetProperty("schema")
                : null;
        var statuses = operation.GetProperty("responses").EnumerateObject().Where(response => char.IsDigit(response.Name[0]))
            .Select(response => int.Parse(response.Name, CultureInfo.InvariantCulture)).ToHashSet();
        return new Operation(method.ToUpperInvariant(), path, parameters, body, statuses);
    }
}
