using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Who plays in which section: the piece builds up, breathes and comes back.</summary>
internal static class Seating
{
    public static bool Plays(this Score score, Role role, Section section)
    {
        var style = score.Style;
        var seats = style.Ensemble;
        var isShort = score.Sections.Count <= 3;
        return section.Kind switch
        {
            SectionKind.Intro => role switch
            {
                Role.Pad => true,
                Role.Arpeggio => true,
                Role.Comp => seats.Pad is null && seats.Arpeggio is null || style.Energy > 50,
                Role.Drums => style.Energy > 75,
                Role.Choir => true,
                _ => false,
            },
            SectionKind.Verse => role switch
            {
                Role.Arpeggio => seats.Comp is null || section.Repeat > 0 || style.Density > 45,
                Role.Lead => !style.Pump || section.Repeat > 0 || isShort,
                _ => true,
            },
            SectionKind.Break => role switch
            {
                Role.Drums => false,
                Role.Bass => style.Energy < 45,
                Role.Comp => seats.Pad is null && seats.Arpeggio is null,
                _ => true,
            },
            SectionKind.Bridge => role != Role.Arpeggio || seats.Comp is null,
            SectionKind.Outro => role is not (Role.Lead or Role.Drums) || (role == Role.Drums && style.Energy > 60),
            _ => true,
        };
    }
}
