using System.Text;
using SoundFoundry.Bench.Fuzzing.Contract;

namespace SoundFoundry.Bench.Fuzzing.Requests;

/// <summary>The n-th request of a seed is always the same, whatever was answered to those before it.</summary>
/// <param name="credential">A header that each request carries.</param>
internal sealed class RequestMaker(ApiContract contract, Uri address, int seed, (string Name, string Value)? credential)
{
    private const int Ids = 25;
    private const int Keys = 1_000;

    public FuzzRequest Make(int number)
    {
        var random = new Random(HashCode(seed, number));
        var operation = contract.Operations[number % contract.Operations.Count];
        var draft = new RequestDraft(operation.Method, Encoding.UTF8);
        // One in eight is as it should be, so that there is something to hurt.
        var oddities = random.OneIn(8) ? 0 : 1 + random.Next(3);
        var kinds = Enumerable.Range(0, oddities).Select(_ => random.Next(8)).ToHashSet();
        var values = new BodyMaker(contract, random, kinds.Contains(0) ? random.Of<int>([2, 4, 8]) : 0);

        var path = string.Join('/', operation.Path.Split('/').Select(part => PathPart(part, kinds.Contains(1), random, draft)));
        draft.Target = path + Query(operation, kinds.Contains(2), values, random);
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "header" && random.OneIn(2)))
            draft.Header(parameter.Name, kinds.Contains(3) ? random.Of(OddTexts.Header) : $"{values.Plain(parameter.Schema)}{random.Next(Keys)}");
        if (kinds.Contains(3))
            for (var more = random.Next(4); more >= 0; more--) draft.Header(random.Of(OddTexts.HeaderNames), random.Of(OddTexts.Header));
        if (credential is { } shown) draft.Header(shown.Name, shown.Value);

        if (operation.Body is { } schema) draft.Body = Encoding.UTF8.GetBytes(kinds.Contains(4) ? random.Of(OddJson.Bodies) : values.Make(schema));
        else if (kinds.Contains(4)) draft.Body = Encoding.UTF8.GetBytes(random.Of(OddJson.Bodies));
        if (draft.Body is not null) draft.ContentType = kinds.Contains(5) ? random.Of(OddTexts.ContentTypes) : "application/json";
        if (kinds.Contains(6) && random.OneIn(2)) draft.Method = random.Of(OddTexts.Methods);
        if (kinds.Contains(7)) WireOddities.Apply(draft, random);
        var bytes = draft.ToBytes(address);
        return new FuzzRequest(number, operation, draft.Method, draft.Method == operation.Method && draft.IsItsPath, draft.IsHttp, draft.IsCut, bytes);
    }

    private static string PathPart(string part, bool odd, Random random, RequestDraft draft)
    {
        if (!part.StartsWith('{')) return part;
        if (odd && random.OneIn(2))
        {
            draft.IsItsPath = false;
            return random.Of(OddTexts.Address);
        }

        return part.Contains("token", StringComparison.Ordinal) ? "11111111-2222-3333-4444-555555555555"
            : part.Contains("provider", StringComparison.Ordinal) ? random.Of<string>(["fal", "replicate", "nobody"])
            : (1 + random.Next(Ids)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Query(Operation operation, bool odd, BodyMaker values, Random random)
    {
        var pairs = new List<string>();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "query" && (parameter.Required || random.OneIn(2))))
        {
            var times = odd && random.OneIn(5) ? 2 + random.Next(3) : 1;
            for (var time = 0; time < times; time++)
                pairs.Add($"{parameter.Name}={(odd ? random.Of(OddTexts.Address) : Uri.EscapeDataString(values.Plain(parameter.Schema)))}");
        }

        if (odd && random.OneIn(3)) pairs.Add($"{random.Of(OddTexts.Address)}={random.Of(OddTexts.Address)}");
        if (odd && random.OneIn(20)) pairs.Add($"q={new string('x', 6_000)}");
        return pairs.Count == 0 ? "" : $"?{string.Join('&', pairs)}";
    }

    /// <summary>Unlike the platform's, the same in every process.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) ^ (number * 7_919));
}
