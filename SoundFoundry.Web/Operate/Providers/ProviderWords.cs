using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SoundFoundry.Web.Operate.Providers;

/// <summary>How the states of providers, their models and breakers are said.</summary>
internal static class ProviderWords
{
    public static (string Tone, string Words) State(string status, IStringLocalizer<Words> words) => status switch
    {
        "ok" => ("good", words["Well"]),
        "error" => ("bad", words["Failing"]),
        "not_configured" => ("idle", words["Not set up"]),
        _ => ("idle", words["Not known yet"]),
    };

    public static (string Tone, string Words) State(Breaker breaker, IStringLocalizer<Words> words) => breaker.State == "half_open"
        ? ("busy", words["The next job tries it"])
        : ("bad", words["Nothing is sent there"]);

    public static string Scope(Breaker breaker, IStringLocalizer<Words> words) =>
        breaker.Model is { } model ? words["The model {0}", model] : words["The whole account"];

    public static string Dollars(decimal usd) => $"${usd.ToString("N2", CultureInfo.InvariantCulture)}";

    public static string Share(double? rate) => rate is { } share ? share.ToString("P0", CultureInfo.InvariantCulture) : "";

    public static string Seconds(double? seconds) => seconds is { } s ? $"{s.ToString("N1", CultureInfo.InvariantCulture)} s" : "";
}
