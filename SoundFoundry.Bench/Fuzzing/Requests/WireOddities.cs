using System.Text;

namespace SoundFoundry.Bench.Fuzzing.Requests;

/// <summary>What is wrong below the level of JSON: framing, sizes, encodings.</summary>
internal static class WireOddities
{
    private const int ManyHeaders = 150;

    private static readonly Action<RequestDraft>[] Kinds =
    [
        draft => Cut(draft, () => draft.ContentLength = "700000"),
        draft => Broken(draft, () => draft.ContentLength = "-1"),
        draft => Broken(draft, () => draft.ContentLength = "99999999999999999999"),
        draft => Broken(draft, () => draft.ContentLength = "1\r\nContent-Length: 2"),
        draft => Cut(draft, () => draft.Header("Transfer-Encoding", "chunked")),
        draft => Cut(draft, () => draft.Header("Transfer-Encoding", "gzip, chunked")),
        draft => Broken(draft, () => draft.Header("Host", "evil.example")),
        draft => Broken(draft, () => draft.Version = "HTTP/0.9"),
        draft => Broken(draft, () => draft.Version = "HTTP/9.9"),
        draft => Broken(draft, () => draft.Target = draft.Target.TrimStart('/')),
        draft => Broken(draft, () => draft.Header("X-Long", new string('x', 40_000))),
        draft => Broken(draft, () => draft.Target += "?x=" + new string('y', 9_000)),
        draft => Broken(draft, () =>
        {
            for (var header = 0; header < ManyHeaders; header++) draft.Header($"X-{header}", "x");
        }),
        draft => draft.Version = "HTTP/1.0",
        draft => draft.Header("X-Long", new string('x', 8_000)),
        draft => draft.Header("Expect", "100-continue"),
        draft => draft.Body = [0xEF, 0xBB, 0xBF, .. draft.Body ?? []],
        draft => draft.Body = Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(draft.Body ?? [])),
        draft => draft.Body = [.. draft.Body ?? [], 0xFF, 0xFE, 0xC0, 0xAF],
        draft => draft.Body = Encoding.UTF8.GetBytes("{\"prompt\":\"").Concat(new byte[] { 0xED, 0xA0, 0x80, 0x22, 0x7D }).ToArray(),
    ];

    public static void Apply(RequestDraft draft, Random random) => random.Of(Kinds)(draft);

    private static void Cut(RequestDraft draft, Action spoil)
    {
        draft.IsCut = true;
        Broken(draft, spoil);
    }

    private static void Broken(RequestDraft draft, Action spoil)
    {
        draft.IsHttp = false;
        spoil();
    }
}
