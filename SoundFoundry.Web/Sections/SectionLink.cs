namespace SoundFoundry.Web.Sections;

public sealed record SectionLink(string Path, string Name);
