using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using StackExchange.Redis;

namespace SoundFoundry.Api.Renditions;

/// <summary>Asks for other forms of a track's audio and waits a while for them.</summary>
internal sealed class RenditionDesk(SoundFoundryDb db, RenditionWaits waits, Hints hints, IConnectionMultiplexer redis, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <param name="job">The track's current one; it has its audio.</param>
    public async Task<RenditionAnswer> GetAsync(Job job, RenditionKind kind, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        if (await AskAsync(job, kind, cancellationToken) is not { } order) return new RenditionAnswer.TooMany();
        if (AnswerOf(order) is { } soon) return soon;

        using var wait = waits.Take(job.UserId);
        using var doorbell = wait is null ? null : new Doorbell(redis, RedisNames.RenditionEnded(order.Standing.Id), clock);
        hints.RenditionWaiting();
        while (doorbell is not null && clock.GetElapsedTime(begun) < Patience)
        {
            await doorbell.WaitAsync(Look, cancellationToken);
            var standing = await db.Renditions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == order.Standing.Id, cancellationToken);
            if (standing is null or { State: RenditionState.Dropped }) return new RenditionAnswer.Withdrawn();
            order = order with { Standing = standing };
            if (AnswerOf(order) is { } answer) return answer;
            if (order.IsPending) continue;
            // What was being made when this was asked for is what the track was before.
            if (await AskAsync(job, kind, cancellationToken) is not { } again) return new RenditionAnswer.TooMany();
            order = again;
            hints.RenditionWaiting();
        }

        return new RenditionAnswer.Pending();
    }

    private Task<RenditionOrder?> AskAsync(Job job, RenditionKind kind, CancellationToken cancellationToken) =>
        db.AskAsync(job.Id, kind, Activity.Current?.Id, cancellationToken);

    private static RenditionAnswer? AnswerOf(RenditionOrder order) => order switch
    {
        { IsAnswered: false } => null,
        { Standing: { State: RenditionState.Made, Key: { } key } } => new RenditionAnswer.Made(key),
        { Standing: { ErrorCode: { } code, Error: { } error } } => new RenditionAnswer.Failed(code, error),
        _ => null,
    };
}
