namespace SoundFoundry.Tests.Web.Browser;

/// <summary>Something that a field does not take, and what is said of it beside the field.</summary>
/// <param name="Page">Its path.</param>
/// <param name="Field">A selector.</param>
/// <param name="Beside">What else has to be filled in first, as selectors and texts in turn.</param>
internal sealed record WrongField(string Page, string Field, string Typed, string English, string German, params string[] Beside)
{
    public string Words(string language) => language == "de" ? German : English;
}
