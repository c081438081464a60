using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SoundFoundry.Web.Create;

namespace SoundFoundry.Tests.Web.Create;

/// <summary>The texts of the pages, as the language of the test has them.</summary>
internal static class ALanguage
{
    private static readonly ResourceManagerStringLocalizerFactory Factory = new(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);

    public static IStringLocalizer<T> Of<T>() => new StringLocalizer<T>(Factory);

    public static FormErrors Errors(bool isSimple = false) => new(Of<Words>(), isSimple);
}
