using System.Diagnostics;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Tracks;
using StackExchange.Redis;

namespace SoundFoundry.Api.Renditions;

/// <summary>Asks for other forms of a track's audio and waits a while for them.</summary>
internal sealed class RenditionDesk(SoundFoundryDb db, Hints hints, IConnectionMultiplexer redis, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <param name="job">The track's current one; it has its audio.</param>
    public async Task<RenditionAnswer> GetAsync(Track track, Job job, RenditionKind kind, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        if (await AskAsync() is not { } rendition) return new RenditionAnswer.TooMany();
        if (Ended(rendition) is { } soon) return soon;

        using var doorbell = new Doorbell(redis, RedisNames.RenditionEnded(rendition.Id), clock);
        hints.RenditionWaiting();
        while (clock.GetElapsedTime(begun) < Patience)
        {
            await doorbell.WaitAsync(Look, cancellationToken);
            if (await AskAsync() is { } standing && Ended(standing) is { } answer) return answer;
        }

        return new RenditionAnswer.Pending();

        Task<Rendition?> AskAsync() => db.AskAsync(
            track.UserId, job.Id, kind, RenditionStamp.Of(kind, track), Activity.Current?.Id, cancellationToken);
    }

    private static RenditionAnswer? Ended(Rendition rendition) => rendition switch
    {
        { State: RenditionState.Made, Key: { } key } => new RenditionAnswer.Made(key),
        { State: RenditionState.Failed } => new RenditionAnswer.Failed(rendition.ErrorCode!, rendition.Error!),
        _ => null,
    };
}
