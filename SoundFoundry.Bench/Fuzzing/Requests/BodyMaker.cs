using System.Globalization;
using System.Text.Json;
using SoundFoundry.Bench.Fuzzing.Contract;

namespace SoundFoundry.Bench.Fuzzing.Requests;

/// <summary>Writes JSON by a schema: as it asks, or with some values that it does not.</summary>
/// <param name="oddOneIn">One value in so many is odd; zero for none.</param>
internal sealed class BodyMaker(ApiContract contract, Random random, int oddOneIn)
{
    private const int Deepest = 6;

    /// <summary>What a schema can't say, so that some requests get through to where there is more to break.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["provider"] = "\"studio\"", ["model"] = "null", ["scopes"] = "[\"read\"]", ["email"] = "\"somebody@fuzz.test\"", ["events"] = "null", ["lyrics"] = "null",
    };

    public string Make(JsonElement schema, int depth = 0)
    {
        if (depth > 0 && oddOneIn > 0 && random.OneIn(oddOneIn)) return random.Of(random.OneIn(2) ? OddJson.Usual : OddJson.Values);
        schema = contract.Resolve(schema);
        foreach (var choice in (string[])["oneOf", "anyOf", "allOf"])
            if (schema.TryGetProperty(choice, out var choices)) return Make(random.Of(choices.EnumerateArray().ToList()), depth);
        if (schema.TryGetProperty("enum", out var values)) return random.Of(values.EnumerateArray().ToList()).GetRawText();
        return TypeOf(schema) switch
        {
            "object" => Members(schema, depth),
            "array" => depth > Deepest ? "[]" : $"[{string.Join(',', Enumerable.Range(0, random.Next(3)).Select(_ => Make(schema.GetProperty("items"), depth + 1)))}]",
            "integer" => Whole(schema).ToString(CultureInfo.InvariantCulture),
            "number" => Number(schema).ToString(CultureInfo.InvariantCulture),
            "boolean" => random.OneIn(2) ? "true" : "false",
            "string" => JsonSerializer.Serialize(Text(schema)),
            _ => "null",
        };
    }

    /// <summary>A value for an address or a header, as the schema asks.</summary>
    public string Plain(JsonElement schema)
    {
        schema = contract.Resolve(schema);
        return TypeOf(schema) switch
        {
            "integer" => Whole(schema).ToString(CultureInfo.InvariantCulture),
            "number" => Number(schema).ToString(CultureInfo.InvariantCulture),
            "boolean" => random.OneIn(2) ? "true" : "false",
            _ => Text(schema),
        };
    }

    private static string? TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return schema.TryGetProperty("properties", out _) ? "object" : null;
        return type.ValueKind == JsonValueKind.String ? type.GetString()
            : type.EnumerateArray().Select(one => one.GetString()).Where(one => one != "null").OrderBy(one => one == "string").First();
    }

    private string Members(JsonElement schema, int depth)
    {
        if (depth > Deepest || !schema.TryGetProperty("properties", out var properties)) return "{}";
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        var members = properties.EnumerateObject().Where(property => required.Contains(property.Name) || random.OneIn(4))
            .Select(property => $"{JsonSerializer.Serialize(property.Name)}:{Member(property, depth + 1)}").ToList();
        if (oddOneIn > 0 && random.OneIn(4)) members.Add(random.Of(OddJson.Members));
        if (oddOneIn > 0 && members.Count > 0 && random.OneIn(12)) members.Add(random.Of(members));
        return $"{{{string.Join(',', members)}}}";
    }

    private string Member(JsonProperty property, int depth) =>
        Known.TryGetValue(property.Name, out var known) && (oddOneIn == 0 || !random.OneIn(oddOneIn)) ? known : Make(property.Value, depth);

    /// <summary>Near the lower bound: long tracks take long to make.</summary>
    private long Whole(JsonElement schema) => (long)Bound(schema, "minimum", 1) + random.Next(Math.Max(1, (int)Math.Min(20, Bound(schema, "maximum", 60) - 1)));

    private double Number(JsonElement schema) => Bound(schema, "minimum", 0) + (random.OneIn(2) ? 0 : 0.25);

    private static string Text(JsonElement schema) => schema.TryGetProperty("format", out var format) ? format.GetString() switch
    {
        "uuid" => "11111111-2222-3333-4444-555555555555",
        "date-time" => "2030-01-01T00:00:00Z",
        "uri" => "https://example.org/",
        _ => "soft rain",
    }
    : new string('r', (int)Math.Clamp(Bound(schema, "minLength", 9), 1, 100));

    private static double Bound(JsonElement schema, string name, double otherwise) =>
        schema.TryGetProperty(name, out var bound) && bound.ValueKind == JsonValueKind.Number ? bound.GetDouble() : otherwise;
}
