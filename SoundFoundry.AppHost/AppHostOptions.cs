using Microsoft.Extensions.Configuration;

namespace SoundFoundry.AppHost;

/// <summary>What may be said on the command line: <c>-- --workers 2 --api-port 8001 --web-port 3001 --auth accounts --simulate</c>.</summary>
/// <param name="Workers">Processes that render, 1 to 32.</param>
/// <param name="ApiPort">The API's port on this machine.</param>
/// <param name="WebPort">The page's port on this machine.</param>
/// <param name="Accounts">Whether everyone signs in; otherwise there is one owner without a login.</param>
/// <param name="Simulate">Whether simulated providers take the place of the real ones.</param>
/// <param name="SimulatorPort">The simulator's port on this machine.</param>
internal sealed record AppHostOptions(int Workers, int ApiPort, int WebPort, bool Accounts, bool Simulate, int SimulatorPort)
{
    private const string SimulateSwitch = "--simulate";

    /// <summary>The arguments as .NET reads them, which knows no switch without a value.</summary>
    public static string[] Spell(string[] args) => [.. args.Select(arg => arg == SimulateSwitch ? $"{SimulateSwitch}=true" : arg)];

    public static AppHostOptions Read(IConfiguration configuration) => new(
        Number(configuration, "workers", 1, 32, otherwise: 1),
        Number(configuration, "api-port", 1, 65_535, otherwise: 8000),
        Number(configuration, "web-port", 1, 65_535, otherwise: 3000),
        WithAccounts(configuration),
        bool.TryParse(configuration["simulate"], out var simulate) && simulate,
        Number(configuration, "simulator-port", 1, 65_535, otherwise: 8900));

    private static bool WithAccounts(IConfiguration configuration) => configuration["auth"] switch
    {
        null or "local" => false,
        "accounts" => true,
        var other => Wrong<bool>($"--auth takes local or accounts, not '{other}'."),
    };

    private static int Number(IConfiguration configuration, string name, int lowest, int highest, int otherwise)
    {
        var text = configuration[name];
        if (text is null) return otherwise;
        if (int.TryParse(text, out var number) && number >= lowest && number <= highest) return number;

        return Wrong<int>($"--{name} takes a whole number from {lowest} to {highest}, not '{text}'.");
    }

    private static T Wrong<T>(string what)
    {
        Console.Error.WriteLine(what);
        Environment.Exit(2);
        return default!;
    }
}
