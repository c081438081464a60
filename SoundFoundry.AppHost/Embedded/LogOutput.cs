namespace SoundFoundry.AppHost.Embedded;

/// <summary>One console for everything that runs: each line begins with its origin, in a colour of its own.</summary>
internal sealed class LogOutput
{
    private const string Reset = "\e[0m";
    private static readonly string[] Colours = ["\e[36m", "\e[33m", "\e[35m", "\e[32m", "\e[34m", "\e[96m", "\e[93m", "\e[95m"];

    private readonly List<string> _origins = [];

    public bool Coloured { get; } = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";

    public void Say(string line) => Write("engine", line);

    public void Write(string origin, string line)
    {
        lock (_origins)
        {
            if (!_origins.Contains(origin)) _origins.Add(origin);
            var colour = Colours[_origins.IndexOf(origin) % Colours.Length];
            Console.WriteLine(Coloured ? $"{colour}{origin,-9}{Reset} {line}" : $"{origin,-9} {line}");
        }
    }
}
