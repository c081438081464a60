using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SoundFoundry.Web.Language;

/// <summary>Pages speak the language that the visitor chose, else the one his browser asks for, else English. Only texts follow it:
/// numbers are read and written alike in all, so that no field means something else abroad.</summary>
internal static class LanguageSetup
{
    private const string English = "en";

    /// <summary>English is the language of the code; every other one has a <c>Words.xx.resx</c> in each area's folder.</summary>
    public static readonly IReadOnlyList<string> Languages = [English, "de"];

    /// <summary>Whether the texts of the code are the ones to show.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.Name is English or "";

    /// <summary>The language of this visitor's pages, by its name, for whoever is asked on his behalf.</summary>
    public static string Spoken => IsEnglish ? English : CultureInfo.CurrentUICulture.Name;

    public static void AddLanguages(this IHostApplicationBuilder builder) => builder.Services.AddLocalization();

    public static void UseLanguages(this IApplicationBuilder app) => app.UseRequestLocalization(new RequestLocalizationOptions
    {
        DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, new CultureInfo(English)),
        SupportedCultures = [CultureInfo.InvariantCulture],
        SupportedUICultures = [.. Languages.Select(language => new CultureInfo(language))],
        RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = "language" },
            new CustomRequestCultureProvider(context => Task.FromResult(Asked(context.Request))),
        ],
    });

    // Without the system's culture data nobody knows that de-AT is a kind of de; its name says so.
    private static ProviderCultureResult? Asked(HttpRequest request)
    {
        var wishes = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1);
        var language = wishes.Select(wish => wish.Value.Value?.Split('-')[0].ToLowerInvariant()).FirstOrDefault(Languages.Contains);
        return language is null ? null : new ProviderCultureResult("", language);
    }
}
