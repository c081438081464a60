namespace SoundFoundry.Worker.Providers.Studio.Styles;

internal static class Genres
{
    public static readonly IReadOnlyList<Genre> All = [.. QuietGenres.All, .. ElectronicGenres.All, .. BandGenres.All];

    /// <summary>Played when the prompt names neither genre nor mood that suggests one.</summary>
    public static readonly Genre Default = Named("easy listening");

    public static Genre Named(string name) => All.Single(genre => genre.Name == name);
}
