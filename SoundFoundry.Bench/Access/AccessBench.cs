using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Access;

/// <summary>What it costs a request to know its caller and to count it.</summary>
internal sealed class AccessBench : IBenchProgram
{
    private const int WarmUp = 500;
    private const int Turn = 100;

    public string Name => "access";

    public string Summary =>
        "[--requests 3000]: GET /api/jobs/{id}, one at a time: without login and limits, with limits, with a key, with a session";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var requests = new Arguments(arguments, "requests").Number("requests", 3_000);
        await using var open = await StartAsync("Local", limits: false, cancellationToken);
        await using var limited = await StartAsync("Local", limits: true, cancellationToken);
        await using var accounts = await StartAsync("Accounts", limits: true, cancellationToken);
        using var http = new HttpClient();
        var access = new OperatorAccess(accounts.Database);
        await access.SetUpAsync(accounts.Apis[0].Address, http, cancellationToken);

        Caller[] callers =
        [
            await Caller.ComeAsync("neither login nor limits", open, null, cancellationToken),
            await Caller.ComeAsync("limits", limited, null, cancellationToken),
            await Caller.ComeAsync("limits and an API key", accounts, access.ByKey.Credential, cancellationToken),
            await Caller.ComeAsync("limits and a session", accounts, access.BySession.Credential, cancellationToken),
        ];
        foreach (var caller in callers) await caller.AskAsync(WarmUp, cancellationToken);
        foreach (var caller in callers) caller.Forget();

        // In turn, so that whatever else the machine does meets all of them.
        for (var asked = 0; asked < requests; asked += Turn)
            foreach (var caller in callers) await caller.AskAsync(Turn, cancellationToken);

        Console.WriteLine(Machine.Describe());
        var without = new Distribution(callers[0].Times).At(0.5);
        foreach (var caller in callers)
        {
            var times = new Distribution(caller.Times);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{caller.Name}: {times.Describe("ms")}; p50 {times.At(0.5) - without:+0.00;-0.00} ms"));
            caller.Dispose();
        }

        return 0;
    }

    private static Task<RunningSystem> StartAsync(string mode, bool limits, CancellationToken cancellationToken) => RunningSystem.StartAsync(
        new SystemPlan
        {
            Settings = new Dictionary<string, string>
            {
                ["Auth:Mode"] = mode,
                ["Accounts:BreachedPasswords"] = "",
                ["Limits:Enabled"] = limits ? "true" : "false",

                // Counted like any other request, and never refused.
                ["Limits:AddressBurst"] = "100000", ["Limits:UserBurst"] = "100000", ["Limits:KeyBurst"] = "100000",
            },
        },
        cancellationToken);

    /// <summary>Somebody with a job to ask about.</summary>
    private sealed class Caller(string name, HttpClient http, Uri job) : IDisposable
    {
        private readonly List<double> _times = [];

        public string Name => name;

        public IReadOnlyList<double> Times => _times;

        public static async Task<Caller> ComeAsync(
            string name, RunningSystem system, (string Name, string Value)? credential, CancellationToken cancellationToken)
        {
            var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = system.Apis[0].Address };
            if (credential is { } shown) http.DefaultRequestHeaders.Add(shown.Name, shown.Value);
            using var made = await http.PostAsJsonAsync("/api/tracks", new { prompt = "a tune to ask about", duration_s = 5 }, cancellationToken);
            made.EnsureSuccessStatusCode();
            var job = new Uri(made.Headers.Location!.ToString(), UriKind.Relative);
            while ((await http.GetFromJsonAsync<JsonElement>(job, cancellationToken)).GetProperty("status").GetString() != "COMPLETE")
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
            return new Caller(name, http, job);
        }

        public async Task AskAsync(int times, CancellationToken cancellationToken)
        {
            for (var i = 0; i < times; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(job, cancellationToken);
                _times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                answer.EnsureSuccessStatusCode();
            }
        }

        public void Forget() => _times.Clear();

        public void Dispose() => http.Dispose();
    }
}
