using Microsoft.Extensions.Localization;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Live;

namespace SoundFoundry.Web.Library;

/// <summary>What happens to tracks, said for those who listen rather than look.</summary>
internal sealed class Announcements(JobWords say, IStringLocalizer<Words> t)
{
    public string Of(TrackRow row) => row.Status switch
    {
        JobStatus.Queued => t["{0} is queued.", row.Name],
        JobStatus.Rendering => t["{0} is rendering.", row.Name],
        JobStatus.Complete => t["{0} is ready.", row.Name],
        JobStatus.Canceled => t["{0} was canceled.", row.Name],
        _ => row.Job is { } job ? $"{t["{0} failed.", row.Name]} {say.Reason(job)} {say.Charge(job)}".TrimEnd() : t["{0} failed.", row.Name],
    };

    public string Late(LateOffer offer) => say.Late(offer);

    public string Taken(TrackRow row, LateOffer offer) => t["{0} is now the one by {1}.", row.Name, say.Provider(offer.Provider)];

    public string Declined(LateOffer offer) => t["What {0} finished late was declined.", say.Provider(offer.Provider)];

    public string Deleted(TrackRow row) => t["{0} was deleted.", row.Name];

    public string Restored(TrackRow row) => t["{0} is back.", row.Name];

    public string Restored(int count) => count == 1 ? t["1 track is back."] : t["{0} tracks are back.", count];
}
